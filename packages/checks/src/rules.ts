import type { Rule } from '@treaty/findings';
import { baselineRules } from './baseline.ts';
import { partyRules } from './rules/known-parties.ts';
import { rangeRules } from './rules/ranges.ts';
import { sampleRules } from './rules/samples.ts';
import { truthRules } from './rules/truth.ts';

/** The rules of this package, as one table; keys are the rules' ids. */
export const checkRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  [baselineRules, partyRules, rangeRules, sampleRules, truthRules]
    .flatMap((table) => Object.values<Rule>(table))
    .map((rule) => [rule.id, rule]),
);
