import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptsOf } from '../src/index.ts';

describe('the attempts that a retry policy buys', () => {
  test.each([
    // 1 + 2 + 4 seconds of waiting fit into 7 seconds, the next 8 do not.
    [
      { first: '1s', factor: 2, cap: '5m', within: '7s' },
      { least: 4, expected: 4 },
    ],
    // 9 waits up to 4m16s take 511 s; then 300 s each, 150 s on average.
    [
      { first: '1s', factor: 2, cap: '5m', within: '24h' },
      { least: 296, expected: 584 },
    ],
    [
      { first: '10s', factor: 1, within: '1m' },
      { least: 7, expected: 13 },
    ],
    [
      { first: '1h', factor: 2, within: '10m' },
      { least: 1, expected: 1 },
    ],
    // Waits of nothing: the count has an end.
    [
      { first: '0s', factor: 2, within: '1d' },
      { least: 1_000_000, expected: 1_000_000 },
    ],
  ] as const)('%j', (retry, attempts) => {
    expect(attemptsOf(retry)).toEqual(attempts);
  });

  test('are not told of a policy that leaves them open', () => {
    expect(attemptsOf({ within: '24h' })).toBeUndefined();
    expect(attemptsOf({ first: '1s', factor: 2 })).toBeUndefined();
  });

  test('only grow with the time that is allowed, and shrink with the waits', () => {
    const number = fc.integer({ min: 1, max: 600 });
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 1, max: 4 }),
        number,
        (first, cap, factor, within) => {
          const buy = (f: number, w: number): number =>
            attemptsOf({ first: `${f}s`, factor, cap: `${cap}s`, within: `${w}s` })?.expected ?? 0;
          expect(buy(first, within + 60)).toBeGreaterThanOrEqual(buy(first, within));
          expect(buy(first + 1, within)).toBeLessThanOrEqual(buy(first, within));
        },
      ),
    );
  });

  /** Draws the waits: an independent way to the average. */
  test('are about as many as are made when the waits are drawn', () => {
    let state = 7;
    const random = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const [first, factor, cap, within] = [1, 2, 300, 21_600];
    const run = (): number => {
      let [attempts, waited] = [1, 0];
      for (let bound = first; ; bound *= factor) {
        waited += random() * Math.min(cap, bound);
        if (waited > within) return attempts;
        attempts += 1;
      }
    };
    const runs = Array.from({ length: 2000 }, run);
    const average = runs.reduce((a, b) => a + b, 0) / runs.length;
    const told = attemptsOf({ first: '1s', factor, cap: '5m', within: '6h' })?.expected ?? 0;
    expect(Math.abs(average - told) / told).toBeLessThan(0.02);
  });
});
