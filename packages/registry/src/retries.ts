import type { RetryPolicy } from './documents/types.ts';
import { seconds } from './durations.ts';
import type { Present } from './model.ts';

/** How often a payload is tried that nobody takes. */
export interface Attempts {
  /** When every wait is as long as it may be: there are at least these, the time of an attempt itself aside. */
  readonly least: number;
  /** When waits are as long as they are on average, half their bound. There is no most: jitter may be near 0. */
  readonly expected: number;
}

const MOST = 1_000_000;

/**
 * The attempts that a retry policy buys. Exponential backoff with full jitter (Brooker, "Exponential Backoff
 * And Jitter", AWS 2015): the wait before attempt n + 1 is drawn evenly from 0 to min(cap, first × factor^(n-1)),
 * and no attempt begins later than `within` after the first one. Counts stop at a million. Undefined where
 * `first`, `factor` or `within` is not said; without a cap the bound grows on.
 */
export function attemptsOf(retry: Present<RetryPolicy>): Attempts | undefined {
  const { factor } = retry;
  const [first, within] = [seconds(retry.first ?? ''), seconds(retry.within ?? '')];
  if (first === undefined || factor === undefined || within === undefined) return undefined;
  const cap = seconds(retry.cap ?? '') ?? Number.POSITIVE_INFINITY;
  const count = (share: number): number => {
    let [attempts, waited, bound] = [1, 0, first];
    while (attempts < MOST) {
      waited += Math.min(cap, bound) * share;
      if (waited > within) break;
      attempts += 1;
      bound *= factor;
    }
    return attempts;
  };
  return { least: count(1), expected: count(0.5) };
}
