import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempts } from '../src/attempts.ts';

test.each([
  // 1 + 2 + 4 seconds fit into 7; 8 more do not fit into twice as long.
  [
    { first: '1s', factor: 2, within: '7s' },
    { least: 4, average: 4 },
  ],
  [
    { first: '1s', factor: 2, cap: '5m', within: '24h' },
    { least: 296, average: 584 },
  ],
  [
    { first: '10s', within: '1m' },
    { least: 7, average: 13 },
  ],
  [
    { first: '1h', factor: 2, within: '30m' },
    { least: 1, average: 2 },
  ],
  [
    { first: '5m', factor: 3, cap: '1m', within: '15m' },
    { least: 4, average: 7 },
  ],
  [{ within: '24h' }, undefined],
  [{ first: '0s', within: '24h' }, undefined],
  [{ first: '1s' }, undefined],
])('%j', (policy, expected) => {
  expect(attempts(policy)).toEqual(expected);
});

test('as many as one counts wait by wait', () => {
  const policies = fc.record({
    first: fc.integer({ min: 1, max: 100 }),
    factor: fc.constantFrom(1, 1.5, 2, 10),
    cap: fc.integer({ min: 1, max: 1_000 }),
    within: fc.integer({ min: 0, max: 5_000 }),
  });
  fc.assert(
    fc.property(policies, ({ first, factor, cap, within }) => {
      let count = 1;
      for (let i = 0, spent = 0; ; i++) {
        spent += Math.min(first * factor ** i, Math.max(cap, first));
        if (spent > within) break;
        count += 1;
      }
      const policy = { first: `${first}s`, factor, cap: `${cap}s`, within: `${within}s` };
      expect(attempts(policy)?.least).toBe(count);
    }),
  );
});
