import type { JsonValue } from '@treaty/json';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { closeWriter, decide } from '../src/index.ts';
import cases from './cases/closed.json' with { type: 'json' };

function accepts(schema: JsonValue): (value: unknown) => boolean {
  const isModern =
    JSON.stringify(schema).includes('2020-12') || !JSON.stringify(schema).includes('$schema');
  const options = { strict: false, meta: false, validateSchema: false } as const;
  const ajv = isModern ? new Ajv2020(options) : new Ajv(options);
  return ajv.compile(schema as object) as (value: unknown) => boolean;
}

describe.each(cases)('closed: $title', ({ schema, sent, unsent }) => {
  const closed = closeWriter(schema as JsonValue);

  test('what is sent', () => {
    expect(sent.filter((payload) => !accepts(closed)(payload))).toEqual([]);
  });

  test('what is not sent', () => {
    expect((unsent as unknown[]).filter(accepts(closed))).toEqual([]);
  });

  test('whatever is sent is valid', async () => {
    expect(await decide(closed, schema as JsonValue)).toEqual({ verdict: 'contained' });
  });
});

const base = { type: 'object', properties: { a: { type: 'string' } } };
const more = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'integer' } } };

test('an optional attribute more is contained both ways, if the writer is closed', async () => {
  expect(await decide(base, more, { writer: 'closed' })).toEqual({ verdict: 'contained' });
  expect(await decide(more, base, { writer: 'closed' })).toEqual({ verdict: 'contained' });
  expect(await decide(base, more)).toMatchObject({ witness: { b: expect.anything() } });
});

test('what is sent differs if an optional attribute was added, and not if words were', async () => {
  const worded = { ...base, title: 'A', properties: { a: { type: 'string', description: 'a' } } };
  expect(await decide(closeWriter(base), closeWriter(worded))).toEqual({ verdict: 'contained' });
  expect(await decide(closeWriter(worded), closeWriter(base))).toEqual({ verdict: 'contained' });
  expect(await decide(closeWriter(base), closeWriter(more))).toEqual({ verdict: 'contained' });
  expect(await decide(closeWriter(more), closeWriter(base))).toMatchObject({
    verdict: 'not-contained',
    witness: { b: expect.anything() },
  });
});

test('a schema that closes nothing is returned as it is', () => {
  const schema = { type: 'object', additionalProperties: { type: 'integer' } };
  expect(closeWriter(schema)).toBe(schema);
});
