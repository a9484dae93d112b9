import { decide, judge } from '@treaty/containment';
import type { JsonObject, JsonValue } from '@treaty/json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project } from '../src/index.ts';

// Few names, so that schemas, pointers and payloads meet often.
const names = ['a', 'b', 'c'] as const;
const name = fc.constantFrom(...names);

/** Schemas of every keyword that a projection restricts; `kind` tells branches apart. */
const { schema } = fc.letrec<{ schema: JsonValue; object: JsonObject; choice: JsonObject }>(
  (tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<JsonValue>(
        true,
        { type: 'string', maxLength: 2 },
        { type: 'integer', minimum: 0 },
        { enum: ['x', 1] },
        { $ref: '#/$defs/shared' },
      ),
      tie('object'),
      tie('choice'),
      fc.record({ type: fc.constant('array'), items: tie('schema'), maxItems: fc.nat(2) }),
      fc.record({ allOf: fc.array(tie('object'), { minLength: 1, maxLength: 2 }) }),
    ) as fc.Arbitrary<JsonValue>,
    object: fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.constantFrom<JsonValue>(false, true, { type: 'integer' }),
        patternProperties: fc.constant({ '^c': { type: 'integer' } }),
        maxProperties: fc.nat(3),
      },
      { requiredKeys: ['type', 'properties'] },
    ) as fc.Arbitrary<JsonObject>,
    choice: fc
      .tuple(
        tie('object'),
        tie('object'),
        fc.constantFrom('oneOf', 'anyOf'),
        fc.constantFrom(['p', 'q'], [undefined, undefined]),
      )
      .map(([one, other, keyword, [p, q]]) => ({ [keyword]: [branch(one, p), branch(other, q)] })),
  }),
);

function branch(object: JsonObject, kind: string | undefined): JsonObject {
  if (kind === undefined) return object;
  const properties = object['properties'] as JsonObject;
  return { ...object, properties: { ...properties, kind: { const: kind } }, required: ['kind'] };
}

const deep = schema.map((root): JsonObject => {
  const shared = { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] };
  const properties = { a: root, b: { $ref: '#/$defs/shared' } };
  return { type: 'object', properties, $defs: { shared } };
});
/** Branches that differ only in their members: a payload fits one, and its named part may fit both. */
const leaf = fc.constantFrom<JsonObject>({ type: 'string' }, { type: 'integer' });
const branches = fc.record({
  properties: fc.record({ a: leaf, b: leaf }),
  required: fc.constantFrom(['a', 'b'], ['a'], []),
});
const flat = fc
  .tuple(fc.constantFrom('oneOf', 'anyOf', 'allOf'), branches, branches)
  .map(([keyword, one, other]): JsonObject => ({ [keyword]: [one, other] }));
const document = fc.oneof(deep, flat);
const pointer = fc
  .array(fc.constantFrom(...names, '*', '0', 'kind'), { minLength: 1, maxLength: 3, size: '-1' })
  .map((tokens) => tokens.map((token) => `/${token}`).join(''));
const pointers = fc.array(pointer, { maxLength: 3 });
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<JsonValue>('x', 'long', 1, -1, true, null),
    fc.record(
      { a: tie('value'), b: tie('value'), c: tie('value'), kind: fc.constantFrom('p', 'q') },
      { requiredKeys: [] },
    ),
    fc.array(tie('value'), { maxLength: 3 }),
  ) as fc.Arbitrary<JsonValue>,
}));
const small = fc.constantFrom<JsonValue>('x', 1);
const payload = fc.record(
  { a: fc.oneof(small, value), b: fc.oneof(small, value) },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;
const payloads = fc.array(payload, { minLength: 1, maxLength: 4 });
const runs = { numRuns: 60 };

describe('a projection', () => {
  test('accepts every payload that the whole schema accepts', async () => {
    let restricted = 0;
    await fc.assert(
      fc.asyncProperty(document, pointers, payloads, async (whole, named, sent) => {
        const projected = project(whole, named);
        if (projected === undefined) return;
        restricted += 1;
        for (const one of sent) expect(await judge(whole, projected, one)).toBe('no break');
        expect((await decide(whole, projected)).verdict).not.toBe('not-contained');
      }),
      runs,
    );
    expect(restricted).toBeGreaterThan(runs.numRuns / 3);
  });

  test('of more attributes refuses no less', async () => {
    await fc.assert(
      fc.asyncProperty(document, pointers, pointers, payloads, async (whole, some, more, sent) => {
        const [wide, narrow] = [project(whole, some), project(whole, [...some, ...more])];
        if (wide === undefined || narrow === undefined) return;
        for (const one of sent) expect(await judge(narrow, wide, one)).toBe('no break');
      }),
      runs,
    );
  });

  test('of the root is the whole', async () => {
    await fc.assert(
      fc.asyncProperty(document, payloads, async (whole, sent) => {
        const projected = project(whole, ['']) as JsonValue;
        for (const one of sent) expect(await judge(projected, whole, one)).toBe('no break');
      }),
      runs,
    );
  });
});

describe('what cannot be restricted without guessing is read in full', () => {
  const of = (more: JsonObject): JsonObject => ({
    type: 'object',
    properties: { a: true },
    ...more,
  });
  test.each<readonly [string, JsonObject]>([
    ['not', of({ not: { required: ['b'] } })],
    ['if', of({ if: { required: ['a'] } })],
    ['dependentSchemas', of({ dependentSchemas: { a: true } })],
    ['tuples', { prefixItems: [{ type: 'string' }] }],
    ['lists of items', { items: [{ type: 'string' }] }],
    ['names by pattern', of({ patternProperties: { '^a': true } })],
    [
      'a name that only a dictionary has',
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
    ['references to elsewhere', of({ allOf: [{ $ref: 'https://example.com/a' }] })],
    ['references by anchor', of({ $defs: { b: { $anchor: 'b' } } })],
    ['references to nowhere', of({ allOf: [{ $ref: '#/$defs/b' }] })],
    ['both choices at once', of({ anyOf: [true], oneOf: [true] })],
    ['references that turn in a circle', { $ref: '#' }],
  ])('%s', (_, schema) => {
    expect(project(schema, ['/a'])).toBeUndefined();
  });

  test('unless it stands beside the way', () => {
    const schema = { properties: { a: true, b: { not: { type: 'string' } } } };
    expect(project(schema, ['/a'])).toMatchObject({ properties: { a: true } });
  });
});
