import { compareMarkings, type Marking } from './marking.ts';

/**
 * Gives the versions of one flow their numbers. Numbers keep their places, the missing ones are 0: v2 is
 * 2.0.0, 1.4 is 1.4.0; a flow that has 0.x moves up by one, since versions begin with 1.0.0. As soon as one
 * is dated, all are minors of the first major, in their order. Unmarked is 1.0.0.
 *
 * 1. A later marking never gets a lower number.  2. Every number is X.Y.Z from 1.0.0 on.
 * 3. Two markings get the same number only if they are equal, filled with zeros, or one is unmarked.
 */
export function numbering(markings: readonly Marking[]): (marking: Marking) => string {
  if (markings.some(({ kind }) => kind === 'date')) {
    const order = [...markings].sort(compareMarkings).filter(isFirstOfItsKind);
    return (marking) => `1.${order.findIndex((one) => compareMarkings(one, marking) === 0)}.0`;
  }
  const lift = markings.some((one) => one.kind === 'number' && one.parts[0] === 0) ? 1 : 0;
  return (marking) => {
    if (marking.kind !== 'number') return '1.0.0';
    const [major = 1, minor = 0, patch = 0] = marking.parts;
    return `${major + lift}.${minor}.${patch}`;
  };
}

function isFirstOfItsKind(one: Marking, i: number, all: readonly Marking[]): boolean {
  const before = all[i - 1];
  return before === undefined || compareMarkings(before, one) !== 0;
}
