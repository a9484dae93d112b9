import { type Finding, sorted } from '@treaty/findings';
import type { LoadedRegistry } from '@treaty/registry';
import { baselineFindings, withoutBaseline } from './baseline.ts';
import { entitiesToCheck } from './changed-flows.ts';
import { withoutConsequences } from './consequences.ts';
import type { CheckInput } from './context.ts';
import {
  checkEntity,
  checkRegistry,
  type DraftReport,
  isOfFlows,
  type Looked,
  type Part,
  type WaiverReport,
} from './part.ts';
import { isIncomplete, withSeverities } from './severities.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** The drafts that were judged, each with its class and the verdicts behind it. */
  readonly drafts: readonly DraftReport[];
  /** The waivers of those drafts, and what each of them silences. */
  readonly waivers: readonly WaiverReport[];
  readonly looked: Looked;
}

/** Everything that `treaty check` looks at, in one go: what stands above the flows, then entity by entity. */
export async function runChecks(loaded: LoadedRegistry, input: CheckInput): Promise<CheckResult> {
  const parts: Part[] = [];
  const entities = entitiesToCheck(input);
  const names = new Set(entities.map(({ name }) => name));
  for (const { name, flows } of entities) {
    const read = loaded.findings.filter(({ location }) => isOfFlows(location.file, name));
    parts.push(await checkEntity(name, flows, read, input));
  }
  // Of flows that cannot be looked at, what is wrong with their documents is said all the same.
  const above = loaded.findings.filter(
    ({ location: { file } }) => !isOfFlows(file) || !names.has(file.split('/')[1] as string),
  );
  return conclude([await checkRegistry(above, input), ...parts], input);
}

/**
 * The parts of a run as one. Findings of the baseline and mere consequences are left out, severities are
 * those of the base's treaty.yaml, and an order is given that does not depend on the order of the checks.
 */
export function conclude(parts: readonly Part[], input: CheckInput): CheckResult {
  const found = parts.flatMap((part) => part.faults);
  const faults = withoutConsequences(found, input.against !== undefined);
  const { remaining, unused } = withoutBaseline(faults, input.head.baseline);
  // What could not be read may be what an entry is about.
  const judgesAll = input.against === undefined && !faults.some(isIncomplete);
  const ofBaseline = baselineFindings(input, judgesAll ? unused : []);
  const ofWaivers = parts.flatMap((part) => part.ofWaivers);
  const byFlow = (a: { flow: string }, b: { flow: string }): number => (a.flow < b.flow ? -1 : 1);
  const sum = (name: keyof Looked): number =>
    parts.reduce((total, { looked }) => total + looked[name], 0);
  return {
    findings: sorted([...remaining, ...ofWaivers, ...withSeverities(ofBaseline, input)]),
    drafts: parts.flatMap(({ drafts }) => drafts).sort(byFlow),
    waivers: parts.flatMap(({ waivers }) => waivers).sort(byFlow),
    looked: { flows: sum('flows'), versions: sum('versions'), samples: sum('samples') },
  };
}
