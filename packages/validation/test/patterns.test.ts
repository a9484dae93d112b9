import type { JsonValue } from '@treaty/json';
import { expect, test } from 'vitest';
import { compileSchema } from '../src/index.ts';
import { documentOf } from './document.ts';

const compiled = (schema: JsonValue): ReturnType<typeof compileSchema> =>
  compileSchema(documentOf(JSON.stringify(schema)), { formats: 'assert' });

const said = (schema: JsonValue, value: JsonValue): string[] =>
  (compiled(schema).validator?.validate(value) ?? []).map(
    ({ instance, keyword, message }) => `${instance} ${keyword}: ${message}`,
  );

// Node's engine would take longer than anyone waits on each of these.
test.each([
  ['^(a+)+$', `${'a'.repeat(47)}!`],
  ['^(a|a)*b$', 'a'.repeat(48)],
  ['^(\\w+\\s?)*$', `${'word '.repeat(10)}!`],
])('%s is decided on a text made for it', (pattern, text) => {
  const { findings } = compiled({ pattern });
  expect(findings.map(({ rule, location }) => [rule, location.pointer])).toEqual([
    ['schema/pattern-costly', '/pattern'],
  ]);
  expect(said({ pattern }, text)).toEqual([
    expect.stringMatching(/^ pattern: Expected text that matches /),
  ]);
  expect(said({ not: { pattern } }, text)).toEqual([]);
  expect(said({ patternProperties: { [pattern]: false }, type: 'object' }, { [text]: 1 })).toEqual(
    [],
  );
});

// No automaton has back references.
const costly = '^(a*)*\\1$';
const text = 'a'.repeat(100);
const undecided = `pattern: Could not be decided: the pattern ${costly} may take too long on these 100 characters.`;

test.each<[string, JsonValue, JsonValue, string[]]>([
  ['at the text', { items: { pattern: costly } }, [1, text], [`/1 ${undecided}`]],
  ['under not', { not: { pattern: costly } }, text, [` ${undecided}`]],
  ['in a choice', { anyOf: [{ pattern: costly }, { maxLength: 3 }] }, text, [` ${undecided}`]],
  [
    'at the object whose name it is',
    { patternProperties: { [costly]: false } },
    { [text]: 1 },
    [` ${undecided}`],
  ],
  [
    'beside what is wrong in any case',
    { properties: { a: { pattern: costly }, b: { type: 'string' } } },
    { a: text, b: 1 },
    ['/b type: Expected a string, got 1.', `/a ${undecided}`],
  ],
])('what cannot be decided is said, and never accepted: %s', (_, schema, value, expected) => {
  expect(said(schema, value)).toEqual(expected);
});

test('a validator that could not decide one text decides the next', () => {
  const { validator } = compiled({ pattern: costly });
  expect(validator?.validate(text)).toHaveLength(1);
  expect(validator?.validate('aa')).toEqual([]);
  expect(validator?.validate('b')).toMatchObject([{ expected: `text that matches ${costly}` }]);
});

test('ordinary patterns are neither warned of nor bounded', () => {
  const patterns = ['^[A-Z]{3}$', '^[a-z0-9]+(-[a-z0-9]+)*$', '^\\d{4}-\\d{2}$', '^(?!\\s)\\S+$'];
  const schema = { allOf: patterns.map((pattern) => ({ not: { pattern } })) };
  expect(compiled(schema).findings).toEqual([]);
  expect(said(schema, ` ${'a'.repeat(100_000)}`)).toEqual([]);
});
