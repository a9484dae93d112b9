import type { JsonObject, JsonValue } from '@treaty/json';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeWriter, decide, judge } from '../src/index.ts';

// Few names and few values, so that schemas and payloads meet.
const name = fc.constantFrom('a', 'b', 'c');
const scalar = fc.constantFrom<JsonValue>(
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  1.5,
  -1,
  '',
  'a',
  'ab',
  'b',
);
const { payload } = fc.letrec<{ payload: JsonValue }>((tie) => ({
  payload: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('payload'), { maxLength: 3 }),
    fc.dictionary(name, tie('payload'), { maxKeys: 3, noNullPrototype: true }),
  ) as fc.Arbitrary<JsonValue>,
}));

const count = fc.integer({ min: 0, max: 3 });
const bound = fc.constantFrom(-1, 0, 0.5, 1, 2, 3);
const type = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object');
const { schema, keywords } = fc.letrec<{ schema: JsonValue; keywords: JsonObject }>((tie) => {
  const schemas = fc.array(tie('schema'), { minLength: 1, maxLength: 2 });
  const optional = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject> =>
    fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
  return {
    keywords: fc.oneof(
      optional({ type }),
      optional({ type: fc.uniqueArray(type, { minLength: 1, maxLength: 3 }), const: scalar }),
      optional({ enum: fc.array(fc.oneof(scalar, payload), { minLength: 1, maxLength: 4 }) }),
      optional({ type: fc.constant('number'), minimum: bound, exclusiveMaximum: bound }),
      optional({
        type: fc.constant('integer'),
        multipleOf: fc.constantFrom(0.5, 1, 2, 3),
        maximum: bound,
      }),
      optional({ type: fc.constant('string'), minLength: count, maxLength: count }),
      optional({ pattern: fc.constantFrom('^a', 'b$', '^a*$', 'a|b', '^(?!ab)', '^[ab]{1,2}$') }),
      optional({
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: tie('schema'),
      }),
      optional({
        patternProperties: fc.dictionary(fc.constantFrom('a', '^b', 'c$'), tie('schema'), {
          maxKeys: 2,
        }),
        additionalProperties: tie('schema'),
        minProperties: count,
        maxProperties: count,
        propertyNames: tie('schema'),
      }),
      optional({
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
          maxKeys: 2,
        }),
        dependentSchemas: fc.dictionary(name, tie('schema'), { maxKeys: 1 }),
      }),
      optional({
        type: fc.constant('array'),
        prefixItems: schemas,
        items: tie('schema'),
        minItems: count,
        maxItems: count,
      }),
      optional({
        uniqueItems: fc.boolean(),
        contains: tie('schema'),
        minContains: count,
        maxItems: count,
      }),
      optional({ allOf: schemas, not: tie('schema') }),
      optional({ anyOf: schemas, type }),
      optional({ oneOf: schemas, required: fc.uniqueArray(name, { maxLength: 2 }) }),
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      optional({ if: tie('schema'), then: tie('schema'), else: tie('schema') }),
      fc.constant({ $ref: '#/$defs/n' }),
      optional({
        type,
        unevaluatedProperties: tie('schema'),
        properties: fc.dictionary(name, tie('schema')),
      }),
    ) as fc.Arbitrary<JsonObject>,
    schema: fc.oneof(
      { depthSize: 'small' },
      fc.boolean(),
      tie('keywords'),
    ) as fc.Arbitrary<JsonValue>,
  };
});

/** A whole document: recursion goes through a member, so that it means something. */
const document = fc.tuple(schema, schema).map(
  ([root, node]): JsonObject => ({
    ...(typeof root === 'object' ? root : { allOf: [root] }),
    $defs: {
      n: { type: ['object', 'integer'], properties: { a: node, b: { $ref: '#/$defs/n' } } },
    },
  }),
);

/** Two documents, or one and a version of it with some keywords set to others: most real questions. */
const pair: fc.Arbitrary<readonly [JsonObject, JsonObject]> = fc.oneof(
  fc.tuple(document, document),
  fc.tuple(document, keywords, fc.boolean()).map(([a, changed, flipped]) => {
    const b = { ...a, ...changed };
    return flipped ? ([b, a] as const) : ([a, b] as const);
  }),
);

const steps = 5000;
// Seeded: a pull request fails for what it changes.
const runs = { numRuns: 150, seed: 1 };

function compiled(schema: JsonValue): (value: unknown) => boolean {
  const options = {
    strict: false,
    validateSchema: false,
    ownProperties: true,
    logger: false,
  } as const;
  return new Ajv2020(options).compile(schema as object) as (value: unknown) => boolean;
}

describe('laws', () => {
  test('no payload contradicts a proof, and every witness is one', async () => {
    let proofs = 0;
    await fc.assert(
      fc.asyncProperty(pair, fc.array(payload, { size: 'large' }), async ([a, b], payloads) => {
        const verdict = await decide(a, b, { steps });
        const [writes, reads] = [compiled(a), compiled(b)];
        if (verdict.verdict === 'contained') {
          proofs++;
          const suspects = payloads.filter((each) => writes(each) && !reads(each));
          // Ajv is wrong at times, so the other validator has to agree.
          for (const each of suspects) expect(await judge(a, b, each)).not.toBe('break');
        }
        if (verdict.verdict === 'not-contained') {
          expect(writes(verdict.witness)).toBe(true);
          expect(reads(verdict.witness)).toBe(false);
        }
      }),
      { numRuns: 600, seed: 1 },
    );
    expect(proofs).toBeGreaterThan(100);
  });

  test('a schema is contained in itself, whatever words are added', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (a) => {
        const worded = { description: 'words', ...a, title: 'more words' };
        expect(await decide(a, worded, { steps })).toEqual({ verdict: 'contained' });
      }),
      runs,
    );
  });

  test('A is contained in anyOf(A, B), and allOf(A, B) in A', async () => {
    const merge = (keyword: string, a: JsonObject, b: JsonObject): JsonObject => ({
      [keyword]: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }],
      $defs: { a: withoutDefinitions(a), b: withoutDefinitions(b), ...(a['$defs'] as JsonObject) },
    });
    await fc.assert(
      fc.asyncProperty(document, document, async (a, b) => {
        const sum = await decide(a, merge('anyOf', a, b), { steps });
        const product = await decide(merge('allOf', a, b), a, { steps });
        expect([sum.verdict, product.verdict]).toEqual(['contained', 'contained']);
      }),
      runs,
    );
  });

  test('open containment implies closed containment', async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([a, b]) => {
        const open = await decide(a, b, { steps });
        if (open.verdict !== 'contained') return;
        const closed = await decide(a, b, { steps, writer: 'closed' });
        expect(closed.verdict).not.toBe('not-contained');
      }),
      runs,
    );
  });

  test('what a closed writer sends is valid', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.array(payload, { size: 'large' }), async (a, payloads) => {
        const [sends, accepts] = [compiled(closeWriter(a)), compiled(a)];
        expect(payloads.filter((each) => sends(each) && !accepts(each))).toEqual([]);
      }),
      runs,
    );
  });
});

function withoutDefinitions(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$defs'));
}
