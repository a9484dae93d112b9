import type { JsonValue } from '@treaty/json';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BundleProblem, bundle, type Library } from '../src/index.ts';

const MODERN = 'https://json-schema.org/draft/2020-12/schema';

function libraryOf(documents: Readonly<Record<string, JsonValue>>): Library {
  return {
    find: (reference) => (Object.hasOwn(documents, reference) ? reference : undefined),
    valueOf: (name) => documents[name],
    titlesOf: (name) => [name.split('@')[0] as string, name],
  };
}

const MONEY = {
  $id: 'https://acme.example/money',
  $schema: MODERN,
  type: 'object',
  required: ['amount'],
  properties: { amount: { $ref: '#/$defs/minor' }, currency: { $ref: '#iso' } },
  $defs: { minor: { type: 'integer' }, iso: { $anchor: 'iso', pattern: '^[A-Z]{3}$' } },
};

describe('a schema that refers to other documents', () => {
  const order = {
    $schema: MODERN,
    properties: { total: { $ref: 'money@1' }, tax: { $ref: 'money@1#/$defs/minor' } },
  };
  const { value, parts, problems } = bundle('order', order, libraryOf({ 'money@1': MONEY }));

  test('holds them once, without identity, and points there', () => {
    expect(problems).toEqual([]);
    expect(parts).toEqual(new Map([['money@1', '/$defs/money']]));
    expect(value).toEqual({
      $schema: MODERN,
      properties: { total: { $ref: '#/$defs/money' }, tax: { $ref: '#/$defs/money/$defs/minor' } },
      $defs: {
        money: {
          type: 'object',
          required: ['amount'],
          properties: {
            amount: { $ref: '#/$defs/money/$defs/minor' },
            currency: { $ref: '#/$defs/money/$defs/iso' },
          },
          $defs: { minor: { type: 'integer' }, iso: { pattern: '^[A-Z]{3}$' } },
        },
      },
    });
  });

  test('means what the documents mean together', () => {
    const apart = new Ajv2020({
      strict: false,
      schemas: { 'money@1': { ...MONEY, $id: 'money@1' } },
    });
    const together = new Ajv2020().compile(value as object);
    const original = apart.compile(order);
    const payload = fc.record(
      {
        total: fc.oneof(
          fc.integer(),
          fc.record(
            {
              amount: fc.oneof(fc.integer(), fc.string()),
              currency: fc.constantFrom('EUR', 'eur'),
            },
            { requiredKeys: [] },
          ),
        ),
        tax: fc.oneof(fc.integer(), fc.boolean()),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(payload, (one) => together(one) === original(one)));
  });
});

test('definitions that refer to each other stay circular', () => {
  const tree = { properties: { branches: { items: { $ref: 'branch@1' } } } };
  const branch = { required: ['tree'], properties: { tree: { $ref: 'tree@1' } } };
  const library = libraryOf({ 'tree@1': tree, 'branch@1': branch });
  const { value } = bundle('order', { $ref: 'tree@1' }, library);
  const validate = new Ajv2020().compile(value as object);
  expect(validate({ branches: [{ tree: { branches: [] } }] })).toBe(true);
  expect(validate({ branches: [{ tree: { branches: [{}] } }] })).toBe(false);
});

test('beside a draft-07 reference nothing counts, here and there', () => {
  const draft07 = 'http://json-schema.org/draft-07/schema#';
  const sku = {
    $schema: draft07,
    definitions: { plain: { type: 'string' } },
    $ref: '#/definitions/plain',
    minLength: 5,
  };
  const order = { $schema: draft07, properties: { sku: { $ref: 'sku@1', maxLength: 1 } } };
  const { value } = bundle('order', order, libraryOf({ 'sku@1': sku }));
  expect(
    new Ajv({ strict: false, ignoreKeywordsWithRef: true }).compile(value as object)({
      sku: 'abc',
    }),
  ).toBe(true);
});

test('names do not depend on the order of the references', () => {
  const library = libraryOf({ 'money@1': true, 'money@2': false, 'sku@1': {} });
  const a = { $ref: 'money@1' };
  const b = { $ref: 'money@2' };
  const taken = { $defs: { sku: {} }, properties: { sku: { $ref: 'sku@1' } } };
  const names = (schema: JsonValue): string[] =>
    Object.keys((bundle('order', schema, library).value as { $defs: object }).$defs).sort();
  expect(names({ properties: { a, b } })).toEqual(['money@1', 'money@2']);
  expect(names({ properties: { b, a } })).toEqual(['money@1', 'money@2']);
  expect(names(taken)).toEqual(['sku', 'sku@1']);
});

test('no two documents are called the same, whatever titles they ask for', () => {
  const documents = { 'A.json': { const: 1 }, 'a.json': { const: 2 }, 'b.json': { const: 3 } };
  const library: Library = {
    ...libraryOf(documents),
    titlesOf: (name) => (name === 'b.json' ? ['a-long', 'b-long'] : ['a', 'a-long']),
  };
  const allOf = Object.keys(documents).map(($ref) => ({ $ref }));
  const { value } = bundle('order', { allOf }, library);
  expect(Object.values((value as { $defs: object }).$defs)).toHaveLength(3);
});

describe('a reference that cannot be followed', () => {
  const cases: readonly [BundleProblem['kind'], JsonValue, JsonValue][] = [
    ['unknown', { $ref: 'nowhere@1' }, true],
    ['unresolved', { $ref: 'money@1#/$defs/none' }, { $defs: {} }],
    ['other-dialect', { $ref: 'money@1' }, { $schema: 'http://json-schema.org/draft-07/schema#' }],
    [
      'embedded',
      { properties: { a: { $id: 'https://x.example/a', $ref: 'money@1' } } },
      { const: 1 },
    ],
    ['dynamic', { $ref: 'money@1' }, { $dynamicAnchor: 'node', items: { $dynamicRef: '#node' } }],
  ];
  test.each(cases)('%s', (kind, order, money) => {
    const { value, problems } = bundle('order', order, libraryOf({ 'money@1': money }));
    expect(problems.map((one) => one.kind)).toEqual([kind]);
    expect(value).toBe(order);
  });

  test('is looked up under the identifier of its document', () => {
    const order = { $id: 'https://acme.example/order', $ref: '../money@1' };
    const { problems } = bundle('order', order, libraryOf({ 'money@1': true }));
    expect(problems).toEqual([
      { kind: 'unknown', document: 'order', pointer: '/$ref', reference: '../money@1' },
    ]);
  });
});
