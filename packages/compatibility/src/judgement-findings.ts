import type { Rejection } from '@treaty/containment';
import { type Finding, finding, type Related } from '@treaty/findings';
import { canonical, type JsonValue, type Pointer, valueAt } from '@treaty/json';
import type { Flow, Version } from '@treaty/registry';
import { readSchema, shapeOf } from '@treaty/schema';
import type { Comparison, Question } from './compare.ts';
import { type Impact, impactOf } from './consumers.ts';
import { isOverstated, isUnderstated, type Judgement } from './judge.ts';
import { nextNumber } from './next-number.ts';
import { compatibilityRules } from './rules.ts';

/**
 * What a draft's judgement says to its author. A draft whose number is a major may break what was before
 * it; any other break, and a number that does not fit the change, is a finding.
 */
export async function judgementFindings(
  flow: Flow,
  judgement: Judgement,
  question: Question,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (judgement.declared !== 'major') {
    for (const comparison of distinct(judgement.comparisons)) {
      findings.push(await comparisonFinding(flow, judgement, comparison, question));
    }
    findings.push(...meaningFindings(flow, judgement));
    if (isUnderstated(judgement) && judgement.class !== 'major')
      findings.push(numberFinding(flow, judgement));
  }
  if (isOverstated(judgement)) findings.push(numberFinding(flow, judgement));
  return findings;
}

/** Broken and undecided comparisons; where several versions are broken alike, the newest speaks for all. */
function distinct(comparisons: readonly Comparison[]): readonly Comparison[] {
  const seen = new Map<string, Comparison>();
  for (const comparison of comparisons) {
    const { verdict, direction } = comparison;
    if (verdict.verdict === 'contained') continue;
    const what =
      verdict.verdict === 'undecided'
        ? verdict.reason
        : `${verdict.rejection.keyword} ${verdict.rejection.instance}`;
    seen.set(`${direction} ${what}`, comparison);
  }
  return [...seen.values()];
}

async function comparisonFinding(
  flow: Flow,
  { draft }: Judgement,
  comparison: Comparison,
  question: Question,
): Promise<Finding> {
  const impact = await impactOf(comparison, draft, flow, question);
  return brokenFinding({ flow, draft, comparison, impact });
}

interface Broken {
  readonly flow: Flow;
  readonly draft: Version;
  readonly comparison: Comparison;
  readonly impact: Impact;
  /** What the two sides are called, where their numbers do not tell them apart. */
  readonly named?: readonly [draft: string, other: string];
}

export function brokenFinding({ flow, draft, comparison, impact, named }: Broken): Finding {
  const { verdict, direction, other } = comparison;
  const [draftName, otherName] = named ?? [draft.version, other.version];
  const related: Related[] = spared(impact);
  const fix = `Make it agree with ${otherName}, or release it as ${nextNumber(other.version, 'major')}.`;
  const common = { direction, affects: impact.breaks, fix };
  if (verdict.verdict === 'contained') throw new Error('a contained comparison is no finding');
  if (verdict.verdict === 'undecided') {
    const place =
      verdict.at === undefined
        ? ''
        : ` (${verdict.at.side} schema, ${verdict.at.pointer || 'root'})`;
    return finding(compatibilityRules.undecided, {
      ...common,
      message: `Whether ${flow.id} ${draftName} agrees with ${otherName} ${direction} could not be decided: ${verdict.reason}${place}.`,
      location: draft.schema.at(placeOf(draft, verdict.at, direction)),
      subject: `${direction} ${other.version}`,
      related,
    });
  }
  const { rejection, witness } = verdict;
  const readerIsDraft = direction === 'backward';
  const what = `${rejection.instance === '' ? 'the payload' : rejection.instance}: ${rejection.message}`;
  const subject = `${direction} ${rejection.keyword} ${rejection.instance}`;
  return finding(readerIsDraft ? compatibilityRules.backward : compatibilityRules.forward, {
    ...common,
    message: readerIsDraft
      ? `${flow.id} ${draftName} rejects a payload that ${otherName} allows. ${what}`
      : `${flow.id} ${draftName} allows a payload that ${otherName} rejects. ${what}`,
    location: draft.schema.at(
      readerIsDraft
        ? placeOfRejection(draft, rejection)
        : describing(draft, rejection.instance, witness),
    ),
    related: [
      ...(readerIsDraft
        ? []
        : [
            {
              message: `${otherName}: what rejects it`,
              location: other.schema.at(placeOfRejection(other, rejection)),
            },
          ]),
      ...related,
    ],
    witness,
    witnessAt: rejection.instance,
    subject,
  });
}

function spared({ spared: parties }: Impact): Related[] {
  if (parties.length === 0) return [];
  return [{ message: `${parties.join(', ')} read nothing of this, and are not broken` }];
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

/** The keyword that rejects, of a list of required members the one that is missing. */
function placeOfRejection(reader: Version, { schema, keyword, member }: Rejection): Pointer {
  const list = keyword === 'required' ? valueAt(reader.schema.value, schema) : undefined;
  const index = Array.isArray(list) ? list.indexOf(member) : -1;
  return index < 0 ? schema : `${schema}/${index}`;
}

/** The place in the draft's schema that describes the value in question, or the nearest value above it. */
function describing(draft: Version, instance: Pointer, witness: JsonValue): Pointer {
  const shape = shapeOf(readSchema(draft.schema.value));
  for (let at = instance; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = valueAt(witness, at) === undefined ? undefined : shape.get(at)?.schemas[0];
    if (place !== undefined) return place;
    if (at === '') return '';
  }
}

function meaningFindings(flow: Flow, { draft, invariants, identity }: Judgement): Finding[] {
  const place = draft.semantics ?? draft.schema;
  const readers = flow.agreement.consumers.map(({ party }) => party);
  const fix = (other: Version): string =>
    `Restore it, or release the change as ${nextNumber(other.version, 'major')}.`;
  const newest = <T>(list: readonly { readonly other: Version; readonly change: T }[]) => [
    ...new Map(list.map((one) => [canonical(one.change as JsonValue), one])).values(),
  ];
  return [
    ...newest(invariants).map(({ other, change: { id, change } }) => {
      const index = (draft.meaning?.invariants ?? []).findIndex((one) => one.id === id);
      return finding(compatibilityRules.invariant, {
        message: `The invariant ${id} is ${change} in ${draft.version}, compared with ${other.version}.`,
        location: place.at(index < 0 ? '/invariants' : `/invariants/${index}`),
        affects: readers,
        fix: fix(other),
        subject: id,
      });
    }),
    ...newest(identity).map(({ other, change }) =>
      finding(compatibilityRules.identity, {
        message: `The ${change} of ${draft.version} differs from the one of ${other.version}.`,
        location: place.at(`/identity/${change}`),
        affects: readers,
        fix: fix(other),
        subject: change,
      }),
    ),
  ];
}

function numberFinding(flow: Flow, judgement: Judgement): Finding {
  const { draft, declared, predecessor } = judgement;
  const rule = isUnderstated(judgement)
    ? compatibilityRules.understated
    : compatibilityRules.overstated;
  const number = nextNumber(predecessor?.version ?? '0.0.0', judgement.class);
  return finding(rule, {
    message: `The number of ${flow.id} ${draft.version} says ${declared}; compared with ${predecessor?.version} it is a ${judgement.class}.`,
    location: draft.schema.at(''),
    fix: `Call it ${number}.`,
  });
}
