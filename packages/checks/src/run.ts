import { type Finding, sorted } from '@treaty/findings';
import type { LoadedRegistry } from '@treaty/registry';
import { baselineFindings, withoutBaseline } from './baseline.ts';
import { entitiesToCheck, flowsToCheck } from './changed-flows.ts';
import { withoutConsequences } from './consequences.ts';
import { type CheckInput, type JudgedDraft, sharedUnderCheck, underCheck } from './context.ts';
import { draftJudgements } from './rules/versions/draft-compatibility.ts';
import { ruleIds } from './rules.ts';
import { isIncomplete, severityFindings, withSeverities } from './severities.ts';
import { ENTITY_CHECKS, FLOW_CHECKS, REGISTRY_CHECKS, VERSIONED_CHECKS } from './table.ts';
import { type Waiving, waiverFindings, withoutWaived } from './waivers.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** The drafts that were judged, each with its class and the verdicts behind it. */
  readonly drafts: readonly JudgedDraft[];
  /** The waivers of those drafts, and what each of them silences. */
  readonly waivings: readonly Waiving[];
  /** How much was looked at: a check that looked at nothing is no check. */
  readonly looked: { readonly flows: number; readonly versions: number; readonly samples: number };
}

/**
 * Everything that `treaty check` looks at. Findings of the baseline and mere consequences are left out,
 * severities are those of the base's treaty.yaml, and an order is given that does not depend on the order
 * of the checks.
 */
export async function runChecks(loaded: LoadedRegistry, input: CheckInput): Promise<CheckResult> {
  const flows = flowsToCheck(input);
  const findings: Finding[] = [...loaded.findings, ...severityFindings(input, ruleIds())];
  for (const check of REGISTRY_CHECKS) findings.push(...(await check.findings(input)));
  for (const entity of entitiesToCheck(input, flows)) {
    for (const check of ENTITY_CHECKS) findings.push(...(await check.findings(entity, input)));
  }
  const drafts: JudgedDraft[] = [];
  const underChecks = flows.map((flow) => underCheck(flow, input));
  for (const one of underChecks) {
    for (const check of FLOW_CHECKS) findings.push(...(await check.findings(one, input)));
  }
  const shared = [...input.head.shared.values()].map((one) => sharedUnderCheck(one, input));
  for (const one of [...underChecks, ...shared]) {
    for (const check of VERSIONED_CHECKS) findings.push(...(await check.findings(one, input)));
    const judged = await draftJudgements(one, input);
    drafts.push(...judged.drafts);
    findings.push(...judged.findings);
  }
  const versions = flows.flatMap((flow) => flow.versions);
  // Before consequences are left out: what follows from a waived fault is a fault of its own.
  const unwaived = withoutWaived(withSeverities(findings, input), underChecks);
  const faults = withoutConsequences(unwaived.remaining, input.against !== undefined);
  const { remaining, unused } = withoutBaseline(faults, input.head.baseline);
  const lookedAtAll = flows.length === input.head.flows.size;
  // What could not be read may be what an entry is about.
  const readAll = !faults.some(isIncomplete);
  const judgesAll = lookedAtAll && readAll;
  const ofBaseline = baselineFindings(input, judgesAll ? unused : []);
  const { waivings } = unwaived;
  const ofWaivers = waiverFindings(waivings, { today: input.today, judgesAll: readAll });
  return {
    findings: sorted([...remaining, ...ofWaivers, ...withSeverities(ofBaseline, input)]),
    drafts,
    waivings,
    looked: {
      flows: flows.length,
      versions: versions.length,
      samples: versions.reduce((sum, { samples }) => sum + samples.length, 0),
    },
  };
}
