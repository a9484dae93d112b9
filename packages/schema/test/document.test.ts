import type { JsonValue } from '@treaty/json';
import { expect, test } from 'vitest';
import { DIALECTS, dialectOf, metaschemaOf, readSchema } from '../src/index.ts';
import cases from './cases/problems.json' with { type: 'json' };

test.each(cases)('$title', ({ schema, problems }) => {
  const found = readSchema(schema as JsonValue).problems;
  expect(Object.fromEntries(found.map(({ pointer, kind }) => [pointer, kind]))).toEqual(problems);
});

test.each(DIALECTS)('%s is told by $schema', (dialect) => {
  const uri = metaschemaOf(dialect);
  expect(dialectOf({ $schema: uri })).toBe(dialect);
  expect(dialectOf({ $schema: uri.replace(/#$/, '') })).toBe(dialect);
  expect(readSchema({ $schema: uri }).dialect).toBe(dialect);
});

test('the dialect given is for documents that name none', () => {
  expect(readSchema({}).dialect).toBe('2020-12');
  expect(readSchema({}, { dialect: 'draft-04' }).dialect).toBe('draft-04');
  expect(readSchema({ $schema: metaschemaOf('draft-07') }, { dialect: 'draft-04' }).dialect).toBe(
    'draft-07',
  );
  const foreign = readSchema({ $schema: 'iglu:com.acme/x' }, { dialect: 'draft-04' });
  expect(foreign.problems.map(({ kind }) => kind)).toEqual(['dialect-unknown']);
});

test('references resolve against the identifiers around them', () => {
  const document = readSchema({
    $id: 'https://example.com/order.json',
    properties: { line: { $ref: 'line.json#/properties/sku' }, sku: { $ref: 'line.json#sku' } },
    $defs: { line: { $id: 'line.json', properties: { sku: { $anchor: 'sku', type: 'string' } } } },
  });
  expect(document.resolve('line.json#/properties/sku', '')).toEqual({
    pointer: '/$defs/line/properties/sku',
    schema: { $anchor: 'sku', type: 'string' },
  });
  expect(document.resolve('line.json#sku', '/properties/sku')?.pointer).toBe(
    '/$defs/line/properties/sku',
  );
  expect(document.resolve('#/properties/sku', '/$defs/line')?.pointer).toBe(
    '/$defs/line/properties/sku',
  );
  expect(document.resolve('#sku', '')).toBeUndefined();
});

test('draft-04 and draft-07 anchors are identifiers that are only a fragment', () => {
  const draft4 = readSchema({ definitions: { a: { id: '#a' } } }, { dialect: 'draft-04' });
  expect(draft4.resolve('#a', '')?.pointer).toBe('/definitions/a');
  const draft7 = readSchema({ definitions: { 'a b%': { $id: '#a' } } }, { dialect: 'draft-07' });
  expect(draft7.resolve('#a', '')?.pointer).toBe('/definitions/a b%');
  expect(draft7.resolve('#/definitions/a%20b%25', '')?.pointer).toBe('/definitions/a b%');
});

test('nesting without end is a problem, not a crash', () => {
  let schema: JsonValue = true;
  for (let depth = 0; depth < 200_000; depth++) schema = { not: schema };
  expect(readSchema(schema).problems.map(({ kind }) => kind)).toEqual(['too-deep']);
});

test('a chain of twenty thousand references is walked', () => {
  const size = 20_000;
  const defs = Object.fromEntries(
    Array.from({ length: size }, (_, i) => [`d${i}`, { $ref: `#/$defs/d${(i + 1) % size}` }]),
  );
  const { problems, subschemas } = readSchema({ $defs: defs });
  expect(subschemas.size).toBe(size + 1);
  expect(problems.map(({ kind }) => kind)).toEqual(['reference-circular']);
});

test('members named like parts of Object are members', () => {
  const schema = JSON.parse(
    '{"properties":{"__proto__":{"$ref":"#/toString"},"constructor":true}}',
  );
  const document = readSchema(schema);
  expect(document.problems.map(({ pointer }) => pointer)).toEqual(['/properties/__proto__/$ref']);
  expect(document.subschemas.get('/properties/constructor')?.schema).toBe(true);
});
