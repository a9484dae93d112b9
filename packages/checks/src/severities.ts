import { compatibilityRules } from '@treaty/compatibility';
import { type Finding, finding, type Rule, type Severity } from '@treaty/findings';
import { escapeToken } from '@treaty/json';
import { registryRules } from '@treaty/registry';
import { closest } from '@treaty/schema';
import { validationRules } from '@treaty/validation';
import type { CheckInput } from './context.ts';

export const settingsRules: Readonly<Record<'unknownRule' | 'notLowered', Rule>> = {
  unknownRule: {
    id: 'settings/unknown-rule',
    severity: 'error',
    summary: 'treaty.yaml gives a severity to a rule that check does not have.',
    why: 'A misspelt rule keeps its own severity, although somebody believes that it was changed.',
    fix: '`treaty explain` lists the rules.',
  },
  notLowered: {
    id: 'settings/rule-not-lowered',
    severity: 'error',
    summary: 'treaty.yaml lowers a rule that is never lowered.',
    why: 'What could not be read was not checked, and what is released does not change: a run that hides either passes without having looked, or lets history be written anew.',
    fix: 'Take the line out, and mend what the rule finds.',
  },
};

/** Whether the finding says that the run could not see all that it had to judge: it is never hidden. */
export function isIncomplete({ rule }: Finding): boolean {
  return INCOMPLETE.has(rule);
}

const tables: readonly Readonly<Record<string, Rule>>[] = [
  registryRules,
  validationRules,
  compatibilityRules,
];
const INCOMPLETE: ReadonlySet<string> = new Set(
  tables
    .flatMap((table) => Object.values(table))
    .filter((rule) => rule.incomplete)
    .map(({ id }) => id),
);

/** What guards the guards: locks, waivers, the baseline and the settings themselves. */
const GUARDS = /^(baseline|lock|settings|waiver)\//;

/** Whether settings may lower a rule. */
export function isLowerable(id: string): boolean {
  return !INCOMPLETE.has(id) && !GUARDS.test(id);
}

/** The base's settings decide: a pull request cannot turn off the rule that it breaks. */
export function withSeverities(
  findings: readonly Finding[],
  { head, against }: CheckInput,
): readonly Finding[] {
  const { severity } = (against?.base ?? head).settings;
  return findings.flatMap((found): Finding[] => {
    const set: Severity | 'off' | undefined = isLowerable(found.rule)
      ? severity[found.rule]
      : undefined;
    if (set === 'off') return [];
    return [set === undefined ? found : { ...found, severity: set }];
  });
}

/** The severities of treaty.yaml name rules that exist, and that may be lowered. */
export function severityFindings(
  { head }: CheckInput,
  known: ReadonlySet<string>,
): readonly Finding[] {
  const { severity, document } = head.settings;
  if (document === undefined) return [];
  return Object.entries(severity).flatMap(([id, set]): Finding[] => {
    const location = document.at(`/severity/${escapeToken(id)}`, 'name');
    if (!known.has(id)) {
      const meant = closest(id, [...known]);
      const fix = meant === undefined ? {} : { fix: `Did you mean ${meant}?` };
      return [
        finding(settingsRules.unknownRule, {
          message: `No rule is called ${id}.`,
          location,
          ...fix,
        }),
      ];
    }
    if (set === 'error' || isLowerable(id)) return [];
    return [finding(settingsRules.notLowered, { message: `${id} is never lowered.`, location })];
  });
}
