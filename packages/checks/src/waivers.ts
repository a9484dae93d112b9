import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import type { Flow, Version, Waiver } from '@treaty/registry';
import { type CheckInput, type FlowUnderCheck, severityOfCalendar } from './context.ts';
import { isIncomplete } from './severities.ts';
import { placesToWaive, waivedPlaces } from './waived-places.ts';

export const waiverRules: Readonly<Record<'inForce' | 'expired' | 'unused' | 'overBroad', Rule>> = {
  inForce: {
    id: 'waiver/in-force',
    severity: 'info',
    summary: 'A finding of a draft is waived, for a reason and until a day.',
    why: 'Whoever approves the draft sees what was let pass. It lowers no class, so that all seats of the change see it.',
    fix: 'Nothing needs to be done. It ends with the release, or on its day.',
  },
  expired: {
    id: 'waiver/expired',
    severity: 'warning',
    summary: 'The day until which a finding was waived is over.',
    why: 'It was let pass for a time. Without a new decision that time would be for ever.',
    fix: 'Mend what it hides, or decide again: another day, with a reason.',
  },
  unused: {
    id: 'waiver/unused',
    severity: 'error',
    summary: 'A waiver silences nothing.',
    why: 'It would hide the next finding like it, which nobody has looked at.',
    fix: 'Take it out of contract.yaml; or correct its version, rule or place.',
  },
  overBroad: {
    id: 'waiver/over-broad',
    severity: 'error',
    summary: 'A waiver covers more than one place, or a rule that cannot be waived.',
    why: 'One reason is given for one thing. What a wide one hides, nobody has decided on.',
    fix: 'Write one waiver for each attribute. What cannot be waived is mended.',
  },
};

/** What says that something was not read, not true or not judged: there is no reason to let that pass. */
const NEVER =
  /^(baseline|document|evidence|input|lock|registry|settings|waiver)\/|^compatibility\/class-/;

export function isWaivable(rule: string): boolean {
  return !NEVER.test(rule);
}

/** A waiver of a draft under check, and what it silences. */
export interface Waiving {
  readonly flow: Flow;
  /** Its place in the list of the agreement. */
  readonly index: number;
  readonly waiver: Waiver;
  readonly silences: readonly Finding[];
  /** The attributes at which it does, or the places in another document of the version. */
  readonly places: ReadonlySet<string>;
  /** Where its rule is found in the draft: what its `at` may have meant. */
  readonly found: ReadonlySet<string>;
}

/**
 * The findings that no waiver of the proposed agreements silences, and what each of those waivers does. A
 * waiver ends with the release: those of versions that the flow's own lock names are not looked at.
 */
export function withoutWaived(
  findings: readonly Finding[],
  flows: readonly FlowUnderCheck[],
): { readonly remaining: readonly Finding[]; readonly waivings: readonly Waiving[] } {
  const silenced = new Set<Finding>();
  const waivings = flows.flatMap(({ flow, drafts }): Waiving[] =>
    (flow.agreement.waivers ?? []).flatMap((waiver, index): Waiving[] => {
      const draft = drafts.find(({ version }) => version === waiver.version);
      if (draft === undefined && flow.lock.some(({ version }) => version === waiver.version))
        return [];
      const places = new Set<string>();
      const silences = findings.filter((found) => {
        const isMeant = found.rule === waiver.rule && !silenced.has(found) && !isIncomplete(found);
        if (!isMeant || !isWaivable(found.rule) || draft === undefined) return false;
        const at = waivedPlaces(found.location, draft, waiver.at);
        for (const place of at) places.add(place);
        return at.length > 0;
      });
      for (const found of silences) silenced.add(found);
      return [{ flow, index, waiver, silences, places, found: placesOf(waiver, draft, findings) }];
    }),
  );
  return { remaining: findings.filter((found) => !silenced.has(found)), waivings };
}

/** Where the rule of a waiver is found in its draft. */
function placesOf(
  { rule }: Waiver,
  draft: Version | undefined,
  findings: readonly Finding[],
): ReadonlySet<string> {
  if (draft === undefined) return new Set();
  const alike = findings.filter((found) => found.rule === rule);
  return new Set(alike.flatMap(({ location }) => placesToWaive(location, draft)));
}

/** What `at` would have to say; the root is written `""`. */
function elsewhere(found: ReadonlySet<string>, at: string): string | undefined {
  const others = [...found].filter((place) => place !== at);
  if (others.length === 0) return undefined;
  const more = others.length > MAX_PLACES ? ` and ${others.length - MAX_PLACES} more` : '';
  const list = others.slice(0, MAX_PLACES).map((place) => JSON.stringify(place));
  return `That rule has findings at: ${list.join(', ')}${more}.`;
}

const MAX_PLACES = 3;

/**
 * One finding a waiver: what is wrong with it, or that it is in force. `judgesAll` is false where something
 * could not be read, which may be what a waiver is about.
 */
export function waiverFindings(
  waivings: readonly Waiving[],
  input: Pick<CheckInput, 'today' | 'calendar'>,
  judgesAll: boolean,
): readonly Finding[] {
  return waivings.flatMap((waiving): Finding[] => {
    const { flow, index, waiver, silences, places, found } = waiving;
    const { version, rule, at, reason, expires } = waiver;
    const what = `${rule} at ${at === '' ? 'the root' : at}`;
    const of = (record: Rule, message: string, severity = record.severity): Finding[] => [
      finding(record, {
        message,
        severity,
        location: flow.document.at(formatPointer(['waivers', index])),
        subject: `${version} ${what}`,
      }),
    ];
    if (!isWaivable(rule)) return of(waiverRules.overBroad, `${rule} cannot be waived.`);
    if (places.size > 1) {
      const list = [...places].join(', ');
      return of(
        waiverRules.overBroad,
        `One waiver of ${rule} covers ${places.size} places: ${list}.`,
      );
    }
    if (silences.length === 0) {
      const message = `The waiver of ${what} silences nothing in ${flow.id} ${version}.`;
      const fix = elsewhere(found, at);
      const unused = of(waiverRules.unused, message);
      if (!judgesAll) return [];
      return fix === undefined ? unused : unused.map((one) => ({ ...one, fix }));
    }
    if (input.today > expires) {
      const message = `The waiver of ${what} in ${flow.id} ${version} ended on ${expires}.`;
      return of(waiverRules.expired, message, severityOfCalendar(input));
    }
    const message = `${what} is waived in ${flow.id} ${version} until ${expires}: ${reason}`;
    return of(waiverRules.inForce, message);
  });
}
