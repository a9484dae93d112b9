import { type Finding, sorted } from '@treaty/findings';
import type { LoadedRegistry } from '@treaty/registry';
import { baselineFindings, withoutBaseline } from './baseline.ts';
import { flowsToCheck } from './changed-flows.ts';
import { withoutConsequences } from './consequences.ts';
import { type CheckInput, type JudgedDraft, underCheck } from './context.ts';
import { draftJudgements } from './rules/versions/draft-compatibility.ts';
import { ruleIds } from './rules.ts';
import { isIncomplete, severityFindings, withSeverities } from './severities.ts';
import { FLOW_CHECKS, REGISTRY_CHECKS } from './table.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** The drafts that were judged, each with its class and the verdicts behind it. */
  readonly drafts: readonly JudgedDraft[];
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
  const drafts: JudgedDraft[] = [];
  for (const flow of flows) {
    const one = underCheck(flow, input);
    for (const check of FLOW_CHECKS) findings.push(...(await check.findings(one, input)));
    const judged = await draftJudgements(one, input);
    drafts.push(...judged.drafts);
    findings.push(...judged.findings);
  }
  const versions = flows.flatMap((flow) => flow.versions);
  const faults = withoutConsequences(withSeverities(findings, input), input.against !== undefined);
  const { remaining, unused } = withoutBaseline(faults, input.head.baseline);
  const lookedAtAll = flows.length === input.head.flows.size;
  // What could not be read may be what an entry is about.
  const judgesAll = lookedAtAll && !faults.some(isIncomplete);
  const ofBaseline = baselineFindings(input, judgesAll ? unused : []);
  return {
    findings: sorted([...remaining, ...withSeverities(ofBaseline, input)]),
    drafts,
    looked: {
      flows: flows.length,
      versions: versions.length,
      samples: versions.reduce((sum, { samples }) => sum + samples.length, 0),
    },
  };
}
