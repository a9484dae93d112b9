import type { JsonValue } from '@treaty/json';
import { expect, test } from 'vitest';
import { type Attribute, readSchema, shapeOf } from '../src/index.ts';
import cases from './cases/shape.json' with { type: 'json' };

const written = ({ required, types, recursive }: Attribute): string =>
  [...(required ? ['required'] : []), ...types, ...(recursive ? ['recursive'] : [])].join(' ');

test.each(cases)('$title', ({ schema, attributes }) => {
  const document = readSchema(schema as JsonValue);
  expect(document.problems).toEqual([]);
  const shape = shapeOf(document);
  expect(Object.fromEntries(shape.attributes.map((a) => [a.pointer, written(a)]))).toEqual(
    attributes,
  );
  expect(shape.truncated).toBe(false);
});

test('an attribute names the places that describe it', () => {
  const document = readSchema({
    properties: { total: { $ref: '#/$defs/money' } },
    allOf: [{ properties: { total: { title: 'Total' } } }],
    $defs: { money: { type: 'integer' } },
  });
  expect(shapeOf(document).get('/total')?.schemas).toEqual([
    '/properties/total',
    '/$defs/money',
    '/allOf/0/properties/total',
  ]);
});

test('a name or index that is not described on its own finds the attribute of *', () => {
  const shape = shapeOf(
    readSchema({
      properties: { lines: { items: { properties: { price: { type: 'integer' } } } } },
      additionalProperties: { type: 'null' },
    }),
  );
  expect(shape.get('/lines/7/price')?.pointer).toBe('/lines/*/price');
  expect(shape.get('/other')?.pointer).toBe('/*');
  expect(shape.get('/lines/7/cost')).toBeUndefined();
});

test('a schema that unfolds without end is cut, and says so', () => {
  const defs = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `d${i}`,
      { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] },
    ]),
  );
  const document = readSchema({ $ref: '#/$defs/d0', $defs: { ...defs, d60: { type: 'string' } } });
  expect(document.problems).toEqual([]);
  expect(shapeOf(document).truncated).toBe(true);
});
