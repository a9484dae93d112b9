import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Answer, PackedTreaty } from '../src/packed-treaty.ts';
import { stranger } from '../src/stranger.ts';

const folder = mkdtempSync(join(tmpdir(), 'treaty-stranger-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, rows: readonly object[]): string => {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
};

/** Answers every check with the next of the given reports; all else succeeds. */
function answering(reports: readonly object[], exit = 1): PackedTreaty {
  const left = [...reports];
  const answer = (args: readonly string[]): Answer =>
    args[0] === 'check'
      ? { code: exit, stdout: JSON.stringify({ findings: [left.shift()] }), stderr: '' }
      : { code: 0, stdout: '', stderr: '' };
  const nothing = (): void => {};
  return {
    repository: () => ({
      write: nothing,
      append: nothing,
      git: nothing,
      commit: nothing,
      treaty: (...args) => answer(args),
    }),
    remove: nothing,
  };
}

const versions = file('versions.jsonl', [
  { topic: 't', version: '1', schema: { type: ['string', 'null'] } },
  { topic: 't', version: '2', schema: { type: 'string' } },
  { topic: 't', version: '3', schema: { type: ['string', 'number'] } },
]);
const oracle = file('oracle.jsonl', [
  { topic: 't', old: '1', new: '2', backwardWitness: ['null'] },
  { topic: 't', old: '2', new: '3', forwardWitness: ['number'] },
]);

const backward = (witness: unknown): object => ({ direction: 'backward', witness });
const right = backward(null);

test.each([
  ['right twice', [right, right], 1, { red: 1, witnessed: 1, confirmed: 1 }, 0],
  ['green', [right, right], 0, { red: 0, witnessed: 0, confirmed: 0 }, 2],
  ['no witness', [right, { direction: 'backward' }], 1, { red: 1, witnessed: 0, confirmed: 0 }, 1],
  ['a witness that fits both', [backward('a'), right], 1, { witnessed: 1, confirmed: 0 }, 1],
  ['a witness that fits neither', [right, backward(1)], 1, { witnessed: 1, confirmed: 0 }, 1],
  [
    'a witness of the other direction only',
    [right, { direction: 'forward', witness: null }],
    1,
    { red: 1, witnessed: 0, confirmed: 0 },
    1,
  ],
])('a pair that breaks backward, %s', async (_, reports, exit, counts, told) => {
  const lines: string[] = [];
  const treaty = answering(reports, exit);
  const result = await stranger(treaty, versions, oracle, 9, (line) => void lines.push(line));
  expect(result).toMatchObject({ pairs: 1, ...counts });
  expect(lines).toHaveLength(told);
});
