import { compatibilityRules } from '@treaty/compatibility';
import type { Rule } from '@treaty/findings';
import { registryRules } from '@treaty/registry';
import { validationRules } from '@treaty/validation';
import { baselineRules } from './baseline.ts';
import { settingsRules } from './severities.ts';
import { ENTITY_CHECKS, FLOW_CHECKS, REGISTRY_CHECKS, VERSIONED_CHECKS } from './table.ts';
import { waiverRules } from './waivers.ts';

const ofChecks = [
  ...REGISTRY_CHECKS,
  ...ENTITY_CHECKS,
  ...FLOW_CHECKS,
  ...VERSIONED_CHECKS,
].flatMap(({ rules }) => rules);
const ofTheRun = [baselineRules, settingsRules, waiverRules].flatMap((table) =>
  Object.values<Rule>(table),
);

/** The rules of this package, as one table; keys are the rules' ids. */
export const checkRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  [...ofChecks, ...ofTheRun].map((rule) => [rule.id, rule]),
);

/** The ids of every rule that check can report, those of the packages below included. */
export function ruleIds(): ReadonlySet<string> {
  return new Set(
    [checkRules, registryRules, validationRules, compatibilityRules].flatMap((table) =>
      Object.values(table).map(({ id }) => id),
    ),
  );
}
