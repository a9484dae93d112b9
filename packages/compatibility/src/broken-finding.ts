import type { Rejection } from '@treaty/containment';
import { type Finding, finding, type Location, type Related } from '@treaty/findings';
import { escapeToken, type JsonValue, type Pointer, valueAt } from '@treaty/json';
import type { Version, Versioned } from '@treaty/registry';
import { readSchema, shapeOf } from '@treaty/schema';
import type { Comparison } from './compare.ts';
import type { Impact } from './consumers.ts';
import { nextNumber } from './next-number.ts';
import { compatibilityRules } from './rules.ts';
import { touchedAttributes } from './touched.ts';

interface Broken {
  readonly flow: Versioned;
  readonly draft: Version;
  readonly comparison: BrokenComparison;
  readonly impact: Impact;
}

/** A comparison without a proof. */
export type BrokenComparison = Comparison & {
  readonly verdict: Exclude<Comparison['verdict'], { readonly verdict: 'contained' }>;
};

/** A comparison that is broken or undecided, as a finding at the place in the draft that makes it so. */
export function brokenFinding({ flow, draft, comparison, impact }: Broken): Finding {
  const { verdict, direction, other } = comparison;
  const related: Related[] = [...touched(draft, other), ...spared(impact)];
  const fix = `Make it agree with ${other.version}, or release it as ${nextNumber(other.version, 'major')}.`;
  const common = { direction, affects: impact.breaks, fix };
  if (verdict.verdict === 'undecided') {
    const place =
      verdict.at === undefined
        ? ''
        : ` (${verdict.at.side} schema, ${verdict.at.pointer || 'root'})`;
    return finding(compatibilityRules.undecided, {
      ...common,
      message: `Whether ${flow.id} ${draft.version} agrees with ${other.version} ${direction} could not be decided: ${verdict.reason}${place}.`,
      location: draft.schema.at(placeOf(draft, verdict.at, direction)),
      subject: `${direction} ${other.version}`,
      related,
    });
  }
  const { rejection, witness } = verdict;
  const readerIsDraft = direction === 'backward';
  const what = inWords(rejection);
  const subject = `${direction} ${rejection.keyword} ${rejection.instance} ${rejection.member ?? ''}`;
  return finding(readerIsDraft ? compatibilityRules.backward : compatibilityRules.forward, {
    ...common,
    message: readerIsDraft
      ? `${flow.id} ${draft.version} rejects a payload that ${other.version} allows. ${what}`
      : `${flow.id} ${draft.version} allows a payload that ${other.version} rejects. ${what}`,
    location: readerIsDraft
      ? placeOfRejection(draft, rejection)
      : draft.schema.at(describing(draft, placeInWitness(rejection), witness)),
    related: [
      ...(readerIsDraft
        ? []
        : [
            {
              message: `what rejects it in ${other.version}`,
              location: placeOfRejection(other, rejection),
            },
          ]),
      ...related,
    ],
    witness,
    witnessAt: placeInWitness(rejection),
    subject,
  });
}

/** What is wrong with a witness, and where in it. */
export function inWords({ instance, message }: Rejection): string {
  return `${instance === '' ? 'The payload' : instance}: ${message}`;
}

/** All that differs: a witness shows one break, and a change may hold several. */
function touched(draft: Version, other: Version): Related[] {
  const attributes = touchedAttributes(other, draft).filter((pointer) => pointer !== '');
  if (attributes.length < 2) return [];
  const [shown, more] = [attributes.slice(0, MAX_SHOWN).join(', '), attributes.length - MAX_SHOWN];
  return [
    {
      message: `compared with ${other.version} it touches ${shown}${more > 0 ? ` and ${more} more` : ''}`,
    },
  ];
}

const MAX_SHOWN = 8;

function spared({ spared: parties }: Impact): Related[] {
  if (parties.length === 0) return [];
  const verbs = parties.length === 1 ? ['reads', 'is'] : ['read', 'are'];
  const message = `${parties.join(', ')} ${verbs[0]} nothing of this, and ${verbs[1]} not broken`;
  return [{ message }];
}

function placeOf(
  draft: Version,
  at: { readonly side: 'writer' | 'reader'; readonly pointer: Pointer } | undefined,
  direction: Comparison['direction'],
): Pointer {
  const side = direction === 'backward' ? 'reader' : 'writer';
  return at?.side === side && valueAt(draft.schema.value, at.pointer) !== undefined
    ? at.pointer
    : '';
}

/**
 * Where a reader's schema rejects: the keyword, shown in a list of required members by the one that is
 * missing. The pointer stays that of the keyword, so that the finding is the same when the list grows.
 */
export function placeOfRejection(
  reader: Version,
  { schema, keyword, member }: Rejection,
): Location {
  const list = keyword === 'required' ? valueAt(reader.schema.value, schema) : undefined;
  const index = Array.isArray(list) ? list.indexOf(member) : -1;
  return { ...reader.schema.at(index < 0 ? schema : `${schema}/${index}`), pointer: schema };
}

/** The offending value: the member that should not be there, or the object that lacks one. */
export function placeInWitness({ instance, keyword, member }: Rejection): Pointer {
  const extra = member !== undefined && keyword !== 'required';
  return extra ? `${instance}/${escapeToken(member)}` : instance;
}

/** The place in the draft's schema that describes the value in question, or the nearest value above it. */
export function describing(draft: Version, instance: Pointer, witness: JsonValue): Pointer {
  const shape = shapeOf(readSchema(draft.schema.value));
  for (let at = instance; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = valueAt(witness, at) === undefined ? undefined : shape.get(at)?.schemas[0];
    if (place !== undefined) return place;
    if (at === '') return '';
  }
}
