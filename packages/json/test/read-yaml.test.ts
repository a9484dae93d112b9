import { describe, expect, test } from 'vitest';
import { readYaml } from '../src/index.ts';

const REFUSED: readonly (readonly [text: string, problem: string])[] = [
  ['', '1:1 malformed'],
  ['a: b: c', '1:4 malformed'],
  ['\ta: 1', '1:1 malformed'],
  ['a: [1, 2', '1:9 malformed'],
  ['a: 1\n---\nb: 2\n', '2:1 malformed'],
];

/** What is read all the same, with the problem. */
const FOUND: readonly (readonly [text: string, problem: string])[] = [
  ['a: 1\na: 2\n', '2:1 duplicate-key'],
  ['a: .inf', '1:4 not-json'],
  ['? [x]\n: 1\nb: 2\n', '1:3 not-json'],
  ['a: *nowhere\nb: 1\n', '1:4 malformed'],
];

describe('readYaml', () => {
  test.each(REFUSED)('refuses %j at %s', (text, problem) => {
    const { located, problems } = readYaml(text);
    expect(located).toBeUndefined();
    expect(problems.map(inShort)).toContain(problem);
  });

  test.each(FOUND)('finds in %j: %s', (text, problem) => {
    expect(readYaml(text).problems.map(inShort)).toEqual([problem]);
  });

  test('reads versions, ranges, dates and the empty pointer as the text that stands there', () => {
    const text = '1.10: a\n<2.0.0: 2027-03-31\n"": { origin: b }\nnothing:\n';
    expect(readYaml(text).located?.value).toEqual({
      '1.10': 'a',
      '<2.0.0': '2027-03-31',
      '': { origin: 'b' },
      nothing: null,
    });
  });

  test('says where values and names stand, in block and in flow style', () => {
    const located = readYaml('a: 1\nlist:\n  - { to: oms, after: 0m }\n').located;
    expect(located?.positionOf('/list/0/after')).toEqual({ line: 3, column: 23 });
    expect(located?.positionOf('/list/0/after', 'name')).toEqual({ line: 3, column: 16 });
  });

  test('follows anchors, but not into a flood', () => {
    expect(readYaml('a: &x { b: 1 }\nc: *x\n').located?.value).toEqual({
      a: { b: 1 },
      c: { b: 1 },
    });
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i += 1)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(readYaml(bomb.join('\n'))).toMatchObject({ problems: [{ kind: 'too-large' }] });
    // Nothing is left of it that anybody could find something missing in.
    expect(readYaml(bomb.join('\n')).located).toBeUndefined();
  });

  test('says once that a list holds itself', () => {
    expect(readYaml('a: &a [*a, *a]').problems.map(({ kind }) => kind)).toEqual(['too-deep']);
  });

  test('takes an alias for the last anchor before it', () => {
    expect(readYaml('a: &x 1\nb: *x\nc: &x 2\nd: [*x]\n').located?.value).toEqual({
      a: 1,
      b: 1,
      c: 2,
      d: [2],
    });
  });

  test('finds a name that stands twice as itself and in quotes, and in an anchored map once', () => {
    expect(readYaml('1: a\n"1": b\n').problems.map(inShort)).toEqual(['2:1 duplicate-key']);
    expect(readYaml('a: &x { b: 1, b: 2 }\nc: *x\n').problems.map(inShort)).toEqual([
      '1:15 duplicate-key',
    ]);
  });

  test('says the first of many faults only', () => {
    expect(readYaml('}\n'.repeat(1000)).problems).toHaveLength(10);
  });

  test('refuses what nests too deep, in flow and in block style', () => {
    expect(readYaml('['.repeat(20_000)).problems[0]?.kind).toBe('too-deep');
    const block = Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(readYaml(block).problems.map(({ kind }) => kind)).toEqual(['too-deep']);
  });
});

function inShort({ kind, position }: ReturnType<typeof readYaml>['problems'][number]): string {
  return `${position.line}:${position.column} ${kind}`;
}
