import { sorted } from '@treaty/findings';
import { expect, test } from 'vitest';
import { compileSchema } from '../src/index.ts';
import cases from './cases/schemas.json' with { type: 'json' };
import { documentOf } from './document.ts';

test.each(cases)('$title', ({ text, findings }) => {
  const compiled = compileSchema(documentOf(text), { formats: 'assert' });
  const written = sorted(compiled.findings).map(
    ({ location, rule, message }) => `${location.line}:${location.column} ${rule} ${message}`,
  );
  expect(written).toEqual(findings);
  const isUsable = compiled.findings.every(({ severity }) => severity !== 'error');
  expect(compiled.validator !== undefined).toBe(isUsable);
});

test('with formats as annotations nothing is asserted, and nothing is said', () => {
  const document = documentOf(
    '{ "properties": { "a": { "format": "date" }, "b": { "format": "iban" } } }',
  );
  const { validator, findings } = compileSchema(document, { formats: 'annotate' });
  expect(findings).toEqual([]);
  expect(validator?.validate({ a: 'soon' })).toEqual([]);
});

test('two documents may use one identifier', () => {
  const compile = (text: string): unknown =>
    compileSchema(documentOf(text), { formats: 'assert' }).findings;
  expect(compile('{ "$id": "https://example.com/order", "type": "object" }')).toEqual([]);
  expect(compile('{ "$id": "https://example.com/order", "type": "array" }')).toEqual([]);
});

const nested = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}true${close.repeat(depth)}`;

test.each([
  ['very deep', nested('{ "not": ', ' }', 250)],
  ['a long chain of references', chain(3000)],
  ['it refers to itself in place', '{ "$ref": "#" }'],
  ['it refers to itself through allOf', '{ "allOf": [{ "$ref": "#" }] }'],
  ['the identifier of a metaschema', '{ "$id": "https://json-schema.org/draft/2020-12/schema" }'],
])('a hostile schema is compiled or refused with a finding: %s', (_, text) => {
  const { validator, findings } = compileSchema(documentOf(text), { formats: 'assert' });
  if (validator === undefined)
    expect(findings.map(({ rule }) => rule)).toContain('schema/not-compilable');
  else expect(validator.validate({})).toBeInstanceOf(Array);
});

function chain(length: number): string {
  const definitions = Array.from({ length }, (_, i) => [`d${i}`, { $ref: `#/$defs/d${i + 1}` }]);
  const $defs = Object.fromEntries([...definitions, [`d${length}`, { type: 'string' }]]) as object;
  return JSON.stringify({ $ref: '#/$defs/d0', $defs });
}
