import { readFileSync } from 'node:fs';
import { isArray, isObject, type JsonObject, type JsonValue } from '@treaty/json';
import { describe, expect, test } from 'vitest';
import { readSnapshot, snapshotSchema } from '../src/index.ts';
import shop from './scenarios/shop.json' with { type: 'json' };

const whole: JsonObject = {
  ...shop.snapshot,
  files: [{ path: 'a', status: 'renamed', previousPath: 'b', mode: '100755' }],
  teams: { 'a/b': { failed: 404 }, 'a/c': { ...shop.snapshot.teams['shop/oms'], pending: ['x'] } },
};

/** The value with the member at the path put in place, or taken away where it is undefined. */
function put(value: JsonValue, path: readonly string[], member: JsonValue | undefined): JsonValue {
  const [name, ...rest] = path;
  if (name === undefined) return member ?? null;
  if (isArray(value))
    return value.map((item, i) => (`${i}` === name ? put(item, rest, member) : item));
  if (!isObject(value)) return value;
  const { [name]: inner, ...others } = value;
  if (rest.length === 0 && member === undefined) return others;
  return { ...others, [name]: put(inner ?? null, rest, member) };
}

function problemsOf(value: JsonValue): readonly string[] {
  const read = readSnapshot(value);
  if ('snapshot' in read) return [];
  return read.problems.map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('reading a snapshot', () => {
  test('what is read is what was given', () => {
    expect(readSnapshot(whole)).toEqual({ snapshot: whole });
  });

  test.each(Object.keys(whole))('%s cannot be left out', (name) => {
    expect(problemsOf(put(whole, [name], undefined))).toEqual([`/${name} is missing`]);
  });

  test.each<[readonly string[], JsonValue, string]>([
    [['version'], 2, '/version must be 1'],
    [['comment'], 'x', '/comment is not known here'],
    [['a/b~c'], 'x', '/a~1b~0c is not known here'],
    [['takenAt'], 'yesterday', '/takenAt must be an instant such as 2026-03-01T10:00:00Z'],
    [['pullRequest'], [], '/pullRequest must be an object'],
    [['pullRequest', 'draft'], 'no', '/pullRequest/draft must be true or false'],
    [['pullRequest', 'number'], 1.5, '/pullRequest/number must be a whole number, not negative'],
    [['pullRequest', 'number'], -1, '/pullRequest/number must be a whole number, not negative'],
    [['pullRequest', 'author', 'login'], null, '/pullRequest/author/login must be a string'],
    [
      ['pullRequest', 'author', 'type'],
      'Robot',
      '/pullRequest/author/type must be "User" or "Bot"',
    ],
    [
      ['pullRequest', 'head', 'sha'],
      'HEAD',
      '/pullRequest/head/sha must be the full id of a commit',
    ],
    [['files'], {}, '/files must be an array'],
    [['files', '0', 'previousPath'], null, '/files/0/previousPath must be a string'],
    [['commits'], [], '/commits must not be empty'],
    [['commits', '0', 'author'], 3, '/commits/0/author must be a string'],
    [['reviews', '1', 'commit'], '', '/reviews/1/commit must be the full id of a commit'],
    [['permissions'], null, '/permissions must be an object'],
    [['teams', 'a/b', 'failed'], '404', '/teams/a~1b/failed must be a whole number, not negative'],
    [['teams', 'a/c', 'privacy'], 'open', '/teams/a~1c/privacy must be "closed" or "secret"'],
    [['openOnHead', '0'], '7', '/openOnHead/0 must be a whole number, not negative'],
  ])('%j cannot be %j', (path, member, problem) => {
    expect(problemsOf(put(whole, path, member))).toEqual([problem]);
  });

  test('a team whose look-up failed has no members', () => {
    const both = put(whole, ['teams', 'a/c', 'failed'], 404);
    expect(problemsOf(both)).toContain('/teams/a~1c/members is not known here');
  });

  test('any other value is a problem', () => {
    expect([null, 1, 'x', [], true].map((value) => problemsOf(value).length)).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });

  test('names that JavaScript knows are logins like any other', () => {
    const given = put(
      whole,
      ['permissions'],
      JSON.parse('{"__proto__":"admin","toString":"read"}'),
    );
    const read = readSnapshot(given);
    const permissions = 'snapshot' in read ? read.snapshot.permissions : {};
    expect(Object.entries(permissions)).toEqual([
      ['__proto__', 'admin'],
      ['toString', 'read'],
    ]);
  });

  test('a hostile file makes no more than a page of problems', () => {
    expect(problemsOf(put(whole, ['openOnHead'], Array(100_000).fill('x')))).toHaveLength(50);
  });
});

test('the schema that ships is the one that is read by', () => {
  const shipped = readFileSync(new URL('../snapshot.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(shipped)).toEqual(snapshotSchema);
});
