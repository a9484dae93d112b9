import type { JsonValue } from '@treaty/json';
import { readSchema } from '@treaty/schema';
import { expect, test } from 'vitest';
import { compileInvariants } from '../src/index.ts';

const schema = readSchema({
  properties: { numbers: { type: 'array', items: { type: 'integer' } } },
});
const numbers = (count: number): JsonValue => ({
  numbers: Array.from({ length: count }, (_, i) => i),
});
const outcome = (cel: string, payload: JsonValue): string => {
  const { program } = compileInvariants([{ id: 'it', cel, message: 'it holds' }], schema);
  const [failure] = program.evaluate(payload);
  return failure === undefined ? 'holds' : (failure.detail ?? failure.reason);
};

/** For machines that are busy: what is counted are steps. */
const PATIENCE_MS = 60_000;

test.each([
  ['sum(this.numbers.map(n, n)) == 3199960000', 80_000],
  ['this.numbers.all(n, n >= 0)', 10_000],
  ['size(this.numbers.filter(n, n % 2 == 0)) == 5000', 10_000],
  ['unique(this.numbers)', 10_000],
  ['this.numbers == this.numbers', 10_000],
])(
  'what grows with the payload is within the budget: %s, %i lines',
  (cel, count) => {
    expect(outcome(cel, numbers(count))).toBe('holds');
  },
  PATIENCE_MS,
);

const long = 'a'.repeat(400);

test.each([
  'this.numbers.all(a, this.numbers.all(b, a + b >= 0))',
  'this.numbers.all(a, a in this.numbers)',
  'this.numbers.all(a, this.numbers == this.numbers)',
  'this.numbers.all(a, unique(this.numbers))',
  'size(this.numbers.map(a, this.numbers.map(b, b))) > 0',
  'this.numbers.exists(a, this.numbers.all(b, b < 0)) || true',
  `this.numbers.all(a, '${long}'.matches('(a*)*(a*)*(a*)*b|a*'))`,
])(
  'what grows faster runs out of steps: %s',
  (cel) => {
    expect(outcome(cel, numbers(30))).toBe('holds');
    expect(outcome(cel, numbers(4_000))).toBe('it takes more than 250000 steps on this payload');
  },
  PATIENCE_MS,
);

test('one invariant that runs out of steps leaves the others theirs', () => {
  const { program } = compileInvariants(
    [
      { id: 'greedy', cel: 'this.numbers.all(a, this.numbers.all(b, true))', message: 'a' },
      { id: 'modest', cel: 'this.numbers.all(a, true)', message: 'b' },
    ],
    schema,
  );
  expect(program.evaluate(numbers(1_000)).map(({ id }) => id)).toEqual(['greedy']);
});

test('lists that share their items do not see what was added to another one', () => {
  const grown = 'this.numbers.map(n, n)';
  expect(outcome(`[${grown}].all(l, (l + [7]) != (l + [8]) && size(l) == 3)`, numbers(3))).toBe(
    'holds',
  );
  expect(outcome(`${grown}.map(n, [n] + [n]) == [[0, 0], [1, 1], [2, 2]]`, numbers(3))).toBe(
    'holds',
  );
});
