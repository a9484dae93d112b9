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
    summary: 'treaty.yaml lowers a rule that says that something could not be read.',
    why: 'What could not be read was not checked: a run that hides it passes without having looked.',
    fix: 'Take the line out, and mend what cannot be read.',
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

/** The base's settings decide: a pull request cannot turn off the rule that it breaks. */
export function withSeverities(
  findings: readonly Finding[],
  { head, against }: CheckInput,
): readonly Finding[] {
  const { severity } = (against?.base ?? head).settings;
  return findings.flatMap((found): Finding[] => {
    const set: Severity | 'off' | undefined = isIncomplete(found)
      ? undefined
      : severity[found.rule];
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
    if (set === 'error' || !INCOMPLETE.has(id)) return [];
    return [finding(settingsRules.notLowered, { message: `${id} is always an error.`, location })];
  });
}
