import { compatibilityRules } from '@treaty/compatibility';
import type { Rule } from '@treaty/findings';
import { registryRules } from '@treaty/registry';
import { validationRules } from '@treaty/validation';
import { baselineRules } from './baseline.ts';
import { partyRules } from './rules/known-parties.ts';
import { rangeRules } from './rules/ranges.ts';
import { sectionRules } from './rules/required-sections.ts';
import { sampleRules } from './rules/samples.ts';
import { truthRules } from './rules/truth.ts';
import { settingsRules } from './severities.ts';

/** The rules of this package, as one table; keys are the rules' ids. */
export const checkRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  [baselineRules, partyRules, rangeRules, sampleRules, sectionRules, settingsRules, truthRules]
    .flatMap((table) => Object.values<Rule>(table))
    .map((rule) => [rule.id, rule]),
);

/** The ids of every rule that check can report, those of the packages below included. */
export function ruleIds(): ReadonlySet<string> {
  return new Set(
    [checkRules, registryRules, validationRules, compatibilityRules].flatMap((table) =>
      Object.values(table).map(({ id }) => id),
    ),
  );
}
