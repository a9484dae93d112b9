import { type Judgement, planRelease } from '@treaty/compatibility';
import { declaredClass, type Flow, type LockEntry, type Version } from '@treaty/registry';

/**
 * The lock entries under which adopted versions count as released: they are out there, so what follows is
 * judged against them. Their own history is not: the class is the one that the number says, and the verdict
 * is over no comparisons. Entries stand in the order of their days, after those that are there.
 */
export function lockLines(flow: Flow, adopted: ReadonlyMap<string, string>): string {
  const lock: LockEntry[] = [...flow.lock];
  const dayOf = ({ version }: Version): string => adopted.get(version) ?? '';
  const inOrder = flow.versions
    .filter(({ version }) => adopted.has(version))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  let lines = '';
  for (const version of inOrder) {
    const [, day = ''] = [dayOf(version), lock.at(-1)?.released ?? ''].sort();
    const { entry, lockLine } = planRelease({ ...flow, lock }, unjudged(version), day);
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
