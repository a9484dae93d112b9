import { describe, expect, test } from 'vitest';
import { couldOwn, ownersOf, parseCodeowners } from '../src/index.ts';
import ownership from './fixtures/ownership.json' with { type: 'json' };
import problems from './fixtures/problems.json' with { type: 'json' };

describe('who owns a path', () => {
  test.each(ownership)('$title', ({ codeowners, owners }) => {
    const parsed = parseCodeowners(codeowners.join('\n'));
    const actual = Object.keys(owners).map((path) => [path, ownersOf(parsed, path).owners]);
    expect(Object.fromEntries(actual)).toEqual(owners);
  });

  test('the deciding line is told, that of a line without owners too', () => {
    const parsed = parseCodeowners('# people\r\n* @ana\r\n\r\n/docs\r\n');
    expect(ownersOf(parsed, 'a')).toEqual({ owners: ['@ana'], line: 2 });
    expect(ownersOf(parsed, 'docs/a')).toEqual({ owners: [], line: 4 });
    expect(ownersOf(parseCodeowners('/a @ana'), 'b')).toEqual({ owners: [], line: undefined });
  });
});

describe('what is wrong with a line', () => {
  test.each(problems)('$title', ({ line, problem, couldOwn: yes, couldNotOwn: no }) => {
    const parsed = parseCodeowners(`# people\n${line}\n`);
    expect(parsed.problems).toHaveLength(1);
    const [actual] = parsed.problems;
    expect(actual).toMatchObject({ ...problem, line: 2, source: line });
    expect(actual?.suggestion).toBe(problem.suggestion);
    expect(actual?.message).not.toBe('');
    expect([...yes, ...no].filter((path) => actual && couldOwn(actual, path))).toEqual(yes);
  });

  test('nothing, in a file without faults', () => {
    expect(parseCodeowners('* @ana\n/a b@example.com # c\n/d\n').problems).toEqual([]);
  });

  test('a path that is not plain and relative is in no reach', () => {
    const [problem] = parseCodeowners('!a').problems;
    expect(problem && couldOwn(problem, '/a')).toBe(false);
  });
});

describe('the size of the file', () => {
  const limit = 3 * 1024 * 1024;
  const fileOf = (bytes: number) => `* @ana\n${'#'.repeat(bytes - 7)}`;

  test('just below 3 MB it is read', () => {
    expect(ownersOf(parseCodeowners(fileOf(limit - 1)), 'a').owners).toEqual(['@ana']);
  });

  test('at 3 MB it has no rules, and says so', () => {
    const parsed = parseCodeowners(fileOf(limit));
    expect(parsed.problems.map((problem) => problem.kind)).toEqual(['File too large']);
    expect(ownersOf(parsed, 'a').owners).toEqual([]);
  });

  test('it is counted in bytes', () => {
    const parsed = parseCodeowners(`* @ana\n${'#é'.repeat(limit / 3)}`);
    expect(parsed.problems.map((problem) => problem.kind)).toEqual(['File too large']);
  });
});
