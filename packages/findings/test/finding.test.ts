import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  catalogue,
  failing,
  finding,
  helpOf,
  isAtLeast,
  type Location,
  report,
  type Severity,
  sorted,
} from '../src/index.ts';
import { alike, at, broken } from './reports.ts';

const of = (location: Location, message = 'It is wrong.', subject?: string) =>
  finding(broken, { message, location, ...(subject === undefined ? {} : { subject }) });

describe('a fingerprint', () => {
  const one = of(at('a.json', 3, 5, '/a')).fingerprint;

  test('stays when the finding moves to another line, or is said in other words', () => {
    expect(of(at('a.json', 30, 1, '/a')).fingerprint).toBe(one);
    expect(of(at('a.json', 3, 5, '/a'), 'It is still wrong.').fingerprint).toBe(one);
  });

  test('is of rule, file, place and subject', () => {
    const others = [
      of(at('b.json', 3, 5, '/a')),
      of(at('a.json', 3, 5, '/b')),
      of(at('a.json', 3, 5, '/a'), undefined, 'note'),
      finding(alike, { message: 'It is wrong.', location: at('a.json', 3, 5, '/a') }),
    ];
    expect(new Set([one, ...others.map(({ fingerprint }) => fingerprint)]).size).toBe(5);
  });

  test('is known: a baseline would no longer fit if it changed', () => {
    expect(one).toBe('4b9c75951b2280c0');
  });
});

test('a finding takes from its rule what it does not say itself', () => {
  const found = of(at('a.json', 1));
  expect(found).toMatchObject({ severity: 'error', related: [], affects: [] });
  expect(found.help).toBe('treaty explain compatibility/forward-broken');
  expect(helpOf(broken)).toBe(found.help);
  expect(found).not.toHaveProperty('witness');
  expect(found).not.toHaveProperty('subject');
});

describe('the order of findings', () => {
  const inOrder = [
    of(at('B.json', 9)),
    of(at('a.json', 2, 1)),
    of(at('a.json', 2, 10), 'a'),
    of(at('a.json', 2, 10), 'b'),
    finding(alike, { message: 'a', location: at('a.json', 2, 10) }),
    of(at('a.json', 10)),
    of(at('a/b.json', 1)),
    of(at('ä.json', 1)),
  ];

  test('is by file, line, column, rule and message, whatever order they are found in', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(inOrder, { minLength: inOrder.length, maxLength: inOrder.length }),
        (found) => {
          expect(sorted(found)).toEqual(inOrder);
        },
      ),
    );
  });
});

describe('what fails a run', () => {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const one = report(
    'check',
    'all',
    severities.map((severity) =>
      finding(broken, { message: severity, location: at('a.json', 1), severity }),
    ),
  );

  test.each([
    ['error', 1],
    ['warning', 2],
    ['info', 3],
  ] as const)('with failOn %s', (failOn, count) => {
    expect(failing(one, failOn)).toHaveLength(count);
    expect(severities.filter((severity) => isAtLeast(severity, failOn))).toHaveLength(count);
  });

  test('is counted', () => {
    expect(one.counts).toEqual({ errors: 1, warnings: 1, infos: 1 });
  });
});

describe('the catalogue', () => {
  test('holds the rules of all tables by id, in order', () => {
    expect([...catalogue({ alike }, { broken }).keys()]).toEqual([broken.id, alike.id]);
  });

  test('refuses an id that stands for two rules', () => {
    expect(() => catalogue({ alike }, { broken, other: { ...broken, id: alike.id } })).toThrow(
      `two rules are called ${alike.id}`,
    );
  });
});
