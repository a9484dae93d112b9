import { seconds } from '@treaty/registry';

/** Past this many waits of different length the last one counts for all that follow. */
const MAX_GROWING = 1_000;

export interface Retries {
  readonly first?: string;
  readonly factor?: number;
  readonly cap?: string;
  readonly within?: string;
}

/**
 * How many attempts a retry policy buys within its time: at least, when every wait is as long as its bound, and on
 * average, when full jitter halves it. The first attempt counts. Undefined where the policy does not say enough.
 */
export function attempts({
  first,
  factor = 1,
  cap,
  within,
}: Retries): { readonly least: number; readonly average: number } | undefined {
  const wait = seconds(first ?? '');
  const time = seconds(within ?? '');
  if (wait === undefined || wait === 0 || time === undefined) return undefined;
  const longest = Math.max(wait, seconds(cap ?? '') ?? Number.POSITIVE_INFINITY);
  const bounds = { wait, factor, longest };
  return { least: countWithin(time, bounds), average: countWithin(time * 2, bounds) };
}

function countWithin(
  time: number,
  { wait, factor, longest }: { wait: number; factor: number; longest: number },
): number {
  let left = time;
  let bound = wait;
  let count = 1;
  for (let i = 0; i < MAX_GROWING && bound < longest && bound <= left; i++) {
    left -= bound;
    count += 1;
    bound = Math.min(bound * factor, longest);
  }
  return count + Math.floor(left / bound);
}
