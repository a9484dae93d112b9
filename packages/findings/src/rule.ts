/** How bad a finding is. What `failOn` names, and all above it, fails the run. */
export type Severity = 'error' | 'warning' | 'info';

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

export function isAtLeast(severity: Severity, level: Severity): boolean {
  return ORDER.indexOf(severity) <= ORDER.indexOf(level);
}

/** The record of a rule: what `treaty explain` prints. The id states the condition, `area/kebab-name`. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** The condition, in one sentence. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** How to mend it. */
  readonly fix: string;
  /** The run could not see all that it had to judge: it exits with 3 instead of 1. */
  readonly incomplete?: true;
}

export function helpOf(rule: Rule): string {
  return `treaty explain ${rule.id}`;
}

/** The rules of several packages as one table, by id. An id stands for one rule for ever: twice is a defect. */
export function catalogue(
  ...tables: readonly Readonly<Record<string, Rule>>[]
): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const rule of tables.flatMap((table) => Object.values(table))) {
    if (rules.has(rule.id)) throw new Error(`two rules are called ${rule.id}`);
    rules.set(rule.id, rule);
  }
  return new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
}
