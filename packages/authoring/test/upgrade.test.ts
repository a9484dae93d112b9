import type { JsonValue } from '@treaty/json';
import { Ajv, type Options } from 'ajv';
import Ajv04 from 'ajv-draft-04';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upgraded } from '../src/adoption/upgrade.ts';

const DRAFT_04 = 'http://json-schema.org/draft-04/schema#';

describe('upgraded', () => {
  it('writes draft-04 in draft-07, and lists each place', () => {
    const { value, rewrites } = upgraded({
      $schema: DRAFT_04,
      id: 'https://acme.example/order.json',
      properties: {
        id: { type: 'string', const: 'x' },
        total: { minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
        rate: { $ref: '#/types/rate' },
      },
      types: { rate: { minimum: 0, exclusiveMinimum: true } },
      enum: [{ id: 1, const: 2 }],
    });
    expect(value).toEqual({
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'https://acme.example/order.json',
      properties: {
        id: { type: 'string', 'x-const': 'x' },
        total: { exclusiveMinimum: 0, maximum: 9 },
        rate: { $ref: '#/types/rate' },
      },
      types: { rate: { exclusiveMinimum: 0 } },
      enum: [{ id: 1, const: 2 }],
    });
    expect(rewrites.map(({ pointer }) => pointer)).toEqual([
      '/$schema',
      '/id',
      '/properties/id/const',
      '/properties/total/exclusiveMinimum',
      '/properties/total/exclusiveMaximum',
      '/types/rate/exclusiveMinimum',
    ]);
    expect(rewrites[3]?.message).toBe(
      'exclusiveMinimum: true became exclusiveMinimum: 0, all above it',
    );
  });

  it.each([
    { type: 'object', exclusiveMinimum: 3 },
    { $schema: 'http://json-schema.org/draft-07/schema#', id: 'x' },
    { $schema: 'http://json-schema.org/draft-03/schema#', id: 'x' },
    true,
  ] as JsonValue[])('leaves %j as it is', (schema) => {
    expect(upgraded(schema)).toEqual({ value: schema, rewrites: [] });
  });

  const small = fc.integer({ min: -3, max: 3 });
  const value = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(small, fc.constantFrom('', 'a', 'ab', null, true, false, 0.5)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'const', 'id'), tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  const range = fc.record(
    {
      minimum: small,
      exclusiveMinimum: fc.boolean(),
      maximum: small,
      exclusiveMaximum: fc.boolean(),
      multipleOf: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['minimum', 'maximum'] },
  );
  const schema = fc.letrec<{ schema: object }>((tie) => {
    const inner = tie('schema');
    const members = fc.dictionary(fc.constantFrom('a', 'b', 'const', 'id'), inner, { maxKeys: 3 });
    return {
      schema: fc.oneof(
        { depthSize: 'small' },
        range,
        fc.record({
          enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: JSON.stringify }),
        }),
        fc.record({
          type: fc.constantFrom('string', 'number', 'integer', 'object', 'array'),
          const: value,
        }),
        fc.record(
          { properties: members, additionalProperties: fc.oneof(fc.boolean(), inner) },
          { requiredKeys: ['properties'] },
        ),
        fc.record(
          {
            items: fc.oneof(inner, fc.array(inner, { minLength: 1, maxLength: 2 })),
            additionalItems: fc.boolean(),
            contains: inner,
          },
          { requiredKeys: ['items'] },
        ),
        fc.record({
          propertyNames: inner,
          if: inner,
          // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
          then: inner,
          else: inner,
          minProperties: fc.constant(1),
        }),
        fc.record({ not: inner }),
        fc.array(inner, { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })),
        fc.array(inner, { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf, id: '#here' })),
        fc.constant({ $ref: '#/types/t' }),
      ),
    };
  }).schema;

  // What Ajv for draft-04 accepts of the schema as it was, Ajv for draft-07 accepts of the upgraded one.
  it('accepts the same payloads as before', () => {
    const options: Options = {
      strict: false,
      logger: false,
      addUsedSchema: false,
      validateFormats: false,
    };
    const before = new Ajv04.default(options);
    // It asserts some that came later; the specification of draft-04 does not know them.
    for (const name of ['const', 'contains', 'propertyNames', 'if', 'then', 'else', 'nullable'])
      before.removeKeyword(name);
    const after = new Ajv(options);
    const seen = { accepted: 0, refused: 0, rewritten: 0 };
    fc.assert(
      fc.property(
        range,
        schema,
        fc.array(value, { minLength: 5, maxLength: 20 }),
        (t, root, payloads) => {
          const old = { $schema: DRAFT_04, allOf: [withoutIds(root)], types: { t } };
          const { value: next, rewrites } = upgraded(old as unknown as JsonValue);
          seen.rewritten += Number(rewrites.length > 1);
          const [was, is] = [before.compile(old), after.compile(next as object)];
          for (const payload of payloads) {
            const accepted = was(payload);
            seen[accepted ? 'accepted' : 'refused'] += 1;
            expect([payload, is(payload)]).toEqual([payload, accepted]);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });
});

/** Ajv refuses a second schema of the same `id` in one document. */
function withoutIds(schema: object): object {
  let count = 0;
  const text = JSON.stringify(schema, (_, one) => one);
  return JSON.parse(text.replace(/"id":"#here"/g, () => `"id":"#here${count++}"`));
}
