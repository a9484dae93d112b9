import type { Rule } from '@treaty/findings';
import { ruleIds } from './rules.ts';
import { isLowerable } from './severities.ts';
import { isWaivable } from './waivers.ts';

/** Areas whose findings stand in the folder of a version. */
const OF_VERSIONS = /^(compatibility|invariants|lint|samples|schema)\//;

/**
 * How a registry turns a rule off: for all that it holds by the severity in treaty.yaml, for one draft by a
 * waiver. Undefined where check does not report it; neither, where it says that something was not read.
 */
export function waysOff(
  rule: Rule,
): { readonly severity: boolean; readonly waiver: boolean } | undefined {
  if (!ruleIds().has(rule.id) || rule.id.startsWith('payload/')) return undefined;
  const severity = isLowerable(rule.id);
  return { severity, waiver: severity && OF_VERSIONS.test(rule.id) && isWaivable(rule.id) };
}
