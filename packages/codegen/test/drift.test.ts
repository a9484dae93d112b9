import { describe, expect, it } from 'vitest';
import { codegenRules, driftOf } from '../src/index.ts';

const generated = new Map([
  ['a.js', 'one\ntwo\nthree\n'],
  ['b.js', 'one\n'],
]);

const drifts = (existing: Record<string, string>): [string, number, string][] =>
  driftOf(generated, new Map(Object.entries(existing)), codegenRules.drift).map(
    ({ location, message }) => [location.file, location.line, message],
  );

describe('drift', () => {
  it('is none where the files are the same but for line ends', () => {
    expect(drifts({ 'a.js': 'one\r\ntwo\r\nthree\r\n', 'b.js': 'one\n' })).toEqual([]);
  });

  it('is found in missing, changed and surplus files, one finding each', () => {
    expect(drifts({ 'a.js': 'one\n2\n3\n', 'c.js': '' })).toEqual([
      ['a.js', 2, 'a.js differs from what is generated.'],
      ['b.js', 1, 'b.js is missing.'],
      ['c.js', 1, 'c.js is generated no longer.'],
    ]);
  });

  it('counts a cut and an appended line', () => {
    expect(drifts({ 'a.js': 'one\ntwo\n', 'b.js': 'one\nmore\n' })).toEqual([
      ['a.js', 3, 'a.js differs from what is generated.'],
      ['b.js', 2, 'b.js differs from what is generated.'],
    ]);
  });
});
