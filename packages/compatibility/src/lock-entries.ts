import { type Finding, finding } from '@treaty/findings';
import type { LockEntry, Versioned } from '@treaty/registry';
import type { Judgement } from './judge.ts';
import { planRelease } from './release.ts';
import { compatibilityRules } from './rules.ts';

/** What a change says of a release of its own. */
export interface NewEntry {
  readonly flow: Versioned;
  readonly judgement: Judgement;
  /** UTC dates between which it can have been released: of the merge base, and today. */
  readonly since: string;
  readonly today: string;
}

/** Whether the entry that a change appends to the lock is the one that `treaty release` would have written. */
export function newEntryFindings({ flow, judgement, since, today }: NewEntry): readonly Finding[] {
  const index = flow.lock.findIndex(({ version }) => version === judgement.draft.version);
  const entry = flow.lock[index];
  if (entry === undefined || flow.lockDocument === undefined) return [];
  const before = { ...flow, lock: flow.lock.slice(0, index) };
  const { entry: due } = planRelease(before, judgement, entry.released);
  const earliest = [since, before.lock.at(-1)?.released ?? since].sort().at(-1) as string;
  // A digest that differs is a version that differs, and reported as such.
  const names = ['class', 'verdict'] as const;
  const wrong: (keyof LockEntry)[] = names.filter((name) => entry[name] !== due[name]);
  const dated = entry.released < earliest || entry.released > today;
  const message = dated
    ? `${flow.id} ${entry.version} says that it was released on ${entry.released}; that is not between ${earliest} and ${today}.`
    : `The lock gives ${flow.id} ${entry.version} another ${wrong.join(' and ')} than the change has: it is a ${judgement.class}.`;
  if (!dated && wrong.length === 0) return [];
  return [
    finding(compatibilityRules.entryUntrue, {
      message,
      location: flow.lockDocument.at(`/${index}/${dated ? 'released' : wrong[0]}`),
      subject: entry.version,
      fix: `Take the entry out, and release it again: \`treaty release ${flow.id}@${entry.version}\`.`,
    }),
  ];
}
