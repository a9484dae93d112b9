import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { run } from '../src/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'treaty-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, rows: readonly object[]): string => {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
  return path;
};

async function ran(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const push = (lines: string[]) => (line: string) => void lines.push(line);
  const code = await run(args, { out: push(out), err: push(err) });
  return { code, out, err };
}

const schema = (types: string[], required: string[]): object => ({
  type: 'object',
  properties: { note: { type: types } },
  required,
});
const versions = [
  {
    topic: 't',
    version: '1',
    schema: schema(['string', 'null'], ['note']),
    sample: { note: null },
  },
  { topic: 't', version: '2', schema: schema(['string'], ['note']), sample: { note: 'x' } },
  { topic: 't', version: '3', schema: schema(['string'], []), sample: {} },
];

test('shopify: both directions of every pair, and what the samples prove', async () => {
  const oracle = [
    { topic: 't', old: '1', new: '2', backwardWitness: ['null'] },
    { topic: 't', old: '2', new: '3', forwardWitness: ['required'] },
  ];
  const result = await ran(
    'shopify',
    file('versions.jsonl.gz', versions),
    file('oracle.jsonl.gz', oracle),
  );
  expect(result).toMatchObject({ code: 0, err: [] });
  expect(JSON.parse(result.out[0] ?? '')).toEqual({
    pairs: 2,
    contained: 2,
    notContained: 2,
    undecided: 0,
    provenBreaks: 2,
    missed: 0,
    badWitness: 0,
    seconds: expect.any(Number),
  });
});

test('containment: rows against their labels, and the wrong ones by name', async () => {
  const rows = [
    { id: 'right', a: { type: 'integer' }, b: { type: 'number' }, a_subset_b: true },
    { id: 'mislabelled', a: { type: 'integer' }, b: { type: 'number' }, a_subset_b: false },
    {
      id: 'draft-04 by its boolean',
      a: { type: 'integer', minimum: 1, exclusiveMinimum: true },
      b: { type: 'integer', minimum: 2 },
      a_subset_b: true,
    },
    { id: 'named', dialect: 'draft4', a: true, b: {}, a_subset_b: true },
  ];
  const { out, err } = await ran('containment', file('pairs.jsonl.gz', rows));
  expect(JSON.parse(out[0] ?? '')).toMatchObject({
    rows: 4,
    right: 2,
    wrong: 1,
    falselyContained: 1,
    falselyBroken: 0,
    undecided: 1,
    badWitness: 0,
  });
  expect(err.map((line) => JSON.parse(line).id)).toEqual(['mislabelled', 'named']);
});

test('changes: both directions under the writer of the row, and whether anything changed', async () => {
  const before = { type: 'object', properties: { a: { type: 'string' } } };
  const after = { ...before, properties: { ...before.properties, b: { type: 'integer' } } };
  const both = { backward: 'contained', forward: 'contained' };
  const rows = [
    { id: 'closed', writer: 'closed', before, after, expect: { ...both, bump: 'minor' } },
    { id: 'open', writer: 'open', before, after, expect: { ...both, bump: 'minor' } },
    {
      id: 'words',
      writer: 'closed',
      before,
      after: { ...before, title: 'A' },
      expect: { ...both, bump: 'patch' },
    },
  ].map((row) => ({ dialect: '2020-12', ...row }));
  const { out, err } = await ran('changes', file('changes.jsonl.gz', rows));
  expect(JSON.parse(out[0] ?? '')).toEqual({
    rows: 3,
    right: 2,
    wrong: 1,
    falselyContained: 0,
    undecided: 0,
    equalRight: 3,
    badWitness: 0,
  });
  expect(err.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'open', direction: 'backward' },
  ]);
});

test.each([
  [[]],
  [['shopify', 'only-one']],
  [['containment']],
  [['containment', 'one', 'too-many']],
  [['shopify', 'one', 'two', 'three']],
  [['stranger', 'only-one']],
  [['stranger', 'one', 'two', '--pairs', 'few']],
  [['stranger', 'one', 'two', '--some', '2']],
  [['unknown', 'file']],
])('wrong usage: %s', async (args) => {
  const { code, out, err } = await ran(...args);
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err[0]).toContain('usage: pnpm corpus shopify');
});
