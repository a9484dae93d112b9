import { expect, test } from 'vitest';
import { compiledVersion } from './version.ts';

const schema = JSON.stringify({
  type: 'object',
  required: ['total', 'lines'],
  properties: {
    total: { type: 'integer' },
    tax: { type: 'integer' },
    lines: { type: 'array', items: { type: 'integer' } },
  },
});
const semantics = (...expressions: string[]): string =>
  JSON.stringify(
    {
      identity: { key: ['/id'] },
      invariants: expressions.map((cel, i) => ({
        id: `rule-${i}`,
        cel,
        message: `rule ${i} holds`,
      })),
    },
    null,
    2,
  );

test('invariants are asked where the schema accepts the payload', () => {
  const { validator } = compiledVersion(
    schema,
    semantics('sum(this.lines) == this.total', 'this.tax > 0'),
  );
  expect(validator?.validate({ total: 3, lines: [1, 2], tax: 1 })).toEqual([]);
  expect(validator?.validate({ total: 4, lines: [1, 2] })).toEqual([
    { kind: 'invariant', pointer: '', keyword: 'rule-0', message: 'rule 0 holds.' },
    {
      kind: 'invariant',
      pointer: '',
      keyword: 'rule-1',
      message: 'Could not tell whether rule 1 holds: "tax" is missing.',
    },
  ]);
  expect(validator?.validate({ total: '4', lines: [1, 2] })).toEqual([
    {
      kind: 'schema',
      pointer: '/total',
      keyword: 'type',
      message: 'Expected an integer, got "4".',
      expected: 'an integer',
      actual: '"4"',
      fix: 'Write the number without quotes.',
      schemaPointer: '/properties/total/type',
    },
  ]);
});

test('an invariant that cannot be compiled is a finding at its text; the others are evaluated', () => {
  const { validator, findings } = compiledVersion(schema, semantics('total > 0', 'this.total > 0'));
  expect(
    findings.map(({ rule, location, message }) => [rule, location.line, location.pointer, message]),
  ).toEqual([
    [
      'invariants/not-compilable',
      10,
      '/invariants/0/cel',
      'The invariant rule-0 cannot be evaluated: total is not defined; an attribute of the payload is this.total (at 1:1 of the expression).',
    ],
  ]);
  expect(validator?.validate({ total: 0, lines: [] })).toHaveLength(1);
});

test('a version without semantics has only its schema', () => {
  expect(compiledVersion(schema).validator?.validate({ total: 0, lines: [] })).toEqual([]);
});

test('a version whose schema cannot be compiled has no validator', () => {
  const { validator, findings } = compiledVersion('{ "$ref": "#/$defs/gone" }', semantics('true'));
  expect(validator).toBeUndefined();
  expect(findings.map(({ rule }) => rule)).toEqual(['schema/not-compilable']);
});
