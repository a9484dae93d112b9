import { type Judgement, planRelease } from '@treaty/compatibility';
import { declaredClass, type Flow, type LockEntry, type Version } from '@treaty/registry';

/**
 * The lock entries under which adopted versions count as released: they are out there, so what follows is
 * judged against them. Their own history is not: the class is the one that the number says, and the verdict
 * is over no comparisons.
 */
export function lockLines(flow: Flow, adopted: ReadonlySet<string>, today: string): string {
  const lock: LockEntry[] = [...flow.lock];
  let lines = '';
  for (const version of flow.versions.filter((one) => adopted.has(one.version))) {
    const { entry, lockLine } = planRelease({ ...flow, lock }, unjudged(version), today);
    lock.push(entry);
    lines += lockLine;
  }
  return lines;
}

function unjudged(draft: Version): Judgement {
  const declared = declaredClass(draft.version);
  const nothing = { predecessor: undefined, comparisons: [], invariants: [], identity: [] };
  return { draft, class: declared, declared, opensMajor: declared === 'major', ...nothing };
}
