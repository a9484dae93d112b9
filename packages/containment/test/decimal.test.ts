import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimals, isMultiple, scaled, unscaled } from '../src/numbers/decimal.ts';

test.each([
  [0, 0, '0'],
  [12, 0, '12'],
  [-0.25, 2, '-25'],
  [1e21, 0, '1000000000000000000000'],
  [1.5e-7, 8, '15'],
])('%d has %d decimals and the digits %s', (value, places, digits) => {
  expect(decimals(value)).toBe(places);
  expect(String(scaled(value, places))).toBe(digits);
});

test('every double comes back from its decimal form', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const places = decimals(value);
      expect(unscaled(scaled(value, places), places)).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('multiples are exact where floating point is not', () => {
  expect([isMultiple(0.3, 0.1), isMultiple(19.99, 0.01), isMultiple(0.35, 0.1)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('an integer that no double holds has no number', () => {
  expect(unscaled(2n ** 53n + 1n, 0)).toBeUndefined();
  expect(unscaled(10n ** 400n, 0)).toBeUndefined();
});
