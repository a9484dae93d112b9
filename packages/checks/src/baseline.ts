import { type Finding, finding, type Rule } from '@treaty/findings';
import { BASELINE_FILE, type BaselineDocument, startOf } from '@treaty/registry';
import type { CheckInput } from './context.ts';
import { isIncomplete } from './severities.ts';

type Entry = BaselineDocument['findings'][number];

export const baselineRules: Readonly<Record<'unused' | 'grown', Rule>> = {
  unused: {
    id: 'baseline/unused',
    severity: 'warning',
    summary: 'The baseline lists a finding that is no longer there.',
    why: 'The baseline is a list of debts. A debt that is paid must be struck off, or it would hide the next one like it.',
    fix: 'Remove the entry from treaty.baseline.json.',
  },
  grown: {
    id: 'baseline/grown',
    severity: 'error',
    summary: 'The baseline lists a finding that the base branch does not.',
    why: 'The baseline holds what was found on the day of adoption. It may only shrink; what is new is mended or waived.',
    fix: 'Remove the entry, and mend what it hides.',
  },
};

/** The findings that the baseline does not know, and the baseline's entries that no finding answers to. */
export function withoutBaseline(
  findings: readonly Finding[],
  baseline: BaselineDocument | undefined,
): { readonly remaining: readonly Finding[]; readonly unused: readonly Entry[] } {
  const entries = new Map((baseline?.findings ?? []).map((entry) => [entry.fingerprint, entry]));
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  return {
    // What could not be read is no debt that can be put off.
    remaining: findings.filter((one) => isIncomplete(one) || !entries.has(one.fingerprint)),
    unused: [...entries.values()].filter(({ fingerprint }) => !found.has(fingerprint)),
  };
}

export function baselineFindings(
  { head, against }: CheckInput,
  unused: readonly Entry[],
): readonly Finding[] {
  const known = new Set(against?.base.baseline?.findings.map(({ fingerprint }) => fingerprint));
  // The pull request that adopts Treaty brings the baseline with it.
  const adopted = against?.base.settings.document !== undefined;
  const entries = head.baseline?.findings ?? [];
  const grown = adopted ? entries.filter(({ fingerprint }) => !known.has(fingerprint)) : [];
  const entryFinding = (rule: Rule, entry: Entry, what: string): Finding =>
    finding(rule, {
      message: `The baseline lists ${entry.rule} in ${entry.file}, which ${what}.`,
      location:
        head.baselineDocument?.at(`/findings/${entries.indexOf(entry)}`) ?? startOf(BASELINE_FILE),
      subject: entry.fingerprint,
    });
  return [
    ...unused.map((entry) => entryFinding(baselineRules.unused, entry, 'is found no longer')),
    ...grown.map((entry) => entryFinding(baselineRules.grown, entry, 'the base does not list')),
  ];
}

/** The findings of a day as the baseline that `treaty init` writes. */
export function baselineOf(findings: readonly Finding[]): BaselineDocument {
  return {
    version: 1,
    findings: findings.map(({ fingerprint, rule, location, message }) => ({
      fingerprint,
      rule,
      file: location.file,
      message,
    })),
  };
}
