import { expect, test } from 'vitest';
import { isEmpty } from '../src/index.ts';

const required = { type: 'object', required: ['id'], properties: { total: { type: 'integer' } } };

test.each([
  ['false', false, 'open', true],
  ['true', true, 'open', false],
  ['two types at once', { allOf: [{ type: 'string' }, { type: 'integer' }] }, 'open', true],
  ['bounds that cross', { type: 'integer', minimum: 3, maximum: 2 }, 'open', true],
  ['a required name that nobody declares', required, 'open', false],
  ['the same under a closed writer', required, 'closed', true],
  ['a list that may be empty', { type: 'array', items: false }, 'open', false],
  ['what cannot be read', { $ref: '#' }, 'open', false],
] as const)('%s', (_what, schema, writer, empty) => {
  expect(isEmpty(schema, { writer })).toBe(empty);
});
