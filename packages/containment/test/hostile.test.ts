import type { JsonValue } from '@treaty/json';
import { expect, test } from 'vitest';
import { decide } from '../src/index.ts';

const nest = (
  depth: number,
  wrap: (inner: JsonValue) => JsonValue,
  inner: JsonValue,
): JsonValue => {
  let schema = inner;
  for (let level = 0; level < depth; level++) schema = wrap(schema);
  return schema;
};
const property = (inner: JsonValue): JsonValue => ({ properties: { a: inner }, required: ['a'] });
const towers = (leaf: JsonValue): JsonValue => nest(300, (inner) => ({ allOf: [inner, {}] }), leaf);
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

test('a document nested without end', async () => {
  const schema = nest(100_000, property, { type: 'string' });
  expect(await decide(schema, true)).toMatchObject({ verdict: 'undecided' });
});

test('a hundred levels of members', async () => {
  const writer = nest(100, property, { type: 'integer' });
  expect(await decide(writer, nest(100, property, { type: 'number' }))).toEqual({
    verdict: 'contained',
  });
  const verdict = await decide(writer, nest(100, property, { type: 'string' }));
  expect(verdict.verdict).toBe('not-contained');
});

test('towers of allOf', async () => {
  expect(await decide(towers({ type: 'integer' }), towers({ type: 'number' }))).toEqual({
    verdict: 'contained',
  });
});

test('a union that multiplies out is given up, or decided, within its steps', async () => {
  const union = (shift: number): JsonValue => ({
    type: 'object',
    allOf: range(12).map((i) => ({
      oneOf: range(6).map((j) => ({ properties: { [`p${i}`]: { minimum: j + shift } } })),
    })),
  });
  const verdict = await decide(union(0), union(1), { steps: 3000 });
  expect(verdict.verdict).not.toBe('contained');
});

test('references that double at every step', async () => {
  const doubling = (leaf: JsonValue): JsonValue => ({
    $ref: '#/$defs/d0',
    $defs: {
      ...Object.fromEntries(
        range(40).map((i) => {
          const next = { $ref: `#/$defs/d${i + 1}` };
          return [`d${i}`, { properties: { l: next, r: next } }];
        }),
      ),
      d40: leaf,
    },
  });
  expect(await decide(doubling({ type: 'integer' }), doubling({ type: 'number' }))).toEqual({
    verdict: 'contained',
  });
});

test('patterns that invite backtracking', async () => {
  const evil = { type: 'string', pattern: '^(a+)+$', minLength: 40 };
  const verdict = await decide(evil, { type: 'string', pattern: '^(a|b)*$', maxLength: 39 });
  expect(verdict.verdict).not.toBe('contained');
  expect(await decide(evil, { type: 'string', pattern: '^a+$' })).toEqual({ verdict: 'contained' });
});

test('counts that no payload can reach', async () => {
  const verdict = await decide({ type: 'array', minItems: 1e9 }, { type: 'array', maxItems: 5 });
  expect(verdict.verdict).toBe('undecided');
  expect(await decide({ type: 'string', minLength: 1e9 }, { minLength: 5 })).toEqual({
    verdict: 'contained',
  });
});

test('ten thousand enum members, and a thousand properties', async () => {
  const members = range(10_000).map((i) => `m${i}`);
  expect(await decide({ enum: members }, { type: 'string' })).toEqual({ verdict: 'contained' });
  const properties = Object.fromEntries(range(1000).map((i) => [`p${i}`, { type: 'integer' }]));
  const verdict = await decide({ properties }, { properties: { ...properties, p999: false } });
  expect(verdict).toMatchObject({ verdict: 'not-contained', witness: { p999: 0 } });
});

test('numbers at the edges of doubles', async () => {
  expect(await decide({ multipleOf: 1e-300 }, { multipleOf: 1e-308 })).toMatchObject({
    verdict: 'contained',
  });
  const beyond = await decide({ type: 'integer', minimum: 1e308 }, { type: 'integer', maximum: 1 });
  expect(beyond.verdict).toBe('not-contained');
});

test('what is spent is spent', async () => {
  const verdict = await decide(
    { type: 'object' },
    { type: 'object', required: ['a'] },
    { steps: 0 },
  );
  expect(verdict).toMatchObject({ verdict: 'undecided', reason: expect.stringContaining('steps') });
});
