import type { JsonValue } from '@treaty/json';
import { compareVersions, isVersionName } from '@treaty/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../src/adoption/history/git-history.ts';
import { MAX_COMMITS, pastStates } from '../src/adoption/history/past-states.ts';
import { compareMarkings, type Marking } from '../src/adoption/marking.ts';
import { type Line, numberLines } from '../src/adoption/numbering.ts';

const QUESTION = { writer: 'closed', formats: 'assert' } as const;
const ID = { type: 'string' };

function state(properties: Readonly<Record<string, JsonValue>>, title = ''): JsonValue {
  return { title, type: 'object', properties };
}

function line(version: string, ...states: readonly JsonValue[]): Line {
  return { marking: markingOf(version), states };
}

function markingOf(version: string): Marking {
  if (version === '') return { kind: 'none' };
  if (/^\d{4}-/.test(version)) return { kind: 'date', date: version };
  return { kind: 'number', parts: version.split('.').map(Number) };
}

describe('numberLines', () => {
  const [a, words, more, other] = [
    state({ a: ID }),
    state({ a: ID }, 'A'),
    state({ a: ID, b: ID }),
    state({ a: { type: 'integer' } }),
  ];

  it.each([
    ['the verdict says', [line('', a, words, more, other)], [['1.0.0', '1.0.1', '1.1.0', '2.0.0']]],
    [
      'dated ones break where they break',
      [line('2024-01', a), line('2024-03', more), line('2024-06', other), line('2024-07', other)],
      [['1.0.0'], ['1.1.0'], ['2.0.0'], ['2.0.1']],
    ],
    [
      'of a dated one only the present counts',
      [line('2024-01', a, more), line('2024-03', more)],
      [[undefined, '1.0.0'], ['1.0.1']],
    ],
    ['numbers keep their places', [line('1', a), line('2.3', other)], [['1.0.0'], ['2.3.0']]],
    ['0.x moves up', [line('0.2', a), line('1.0', other)], [['1.2.0'], ['2.0.0']]],
    [
      'v2 has room for minors, 1.4 for patches, 1.4.2 for nothing',
      [
        line('1.4', a, words, more),
        line('2', a, more, other, words, more),
        line('3.0.1', a, words),
      ],
      [
        [undefined, undefined, '1.4.0'],
        [undefined, undefined, undefined, '2.0.0', '2.1.0'],
        [undefined, '3.0.1'],
      ],
    ],
    [
      'a name that says more goes before the history of one that says less',
      [line('1', a, more), line('1.1', more)],
      [[undefined, '1.0.0'], ['1.1.0']],
    ],
    [
      'a name without a number stands for v1',
      [line('2', a), line('', a, more)],
      [['2.0.0'], ['1.0.0', '1.1.0']],
    ],
  ] as const)('%s', async (_, lines, numbers) => {
    expect(await numberLines(lines, QUESTION)).toEqual(numbers);
  });

  it('keeps its three promises, whatever the names and states are', async () => {
    const marking = fc
      .constantFrom('', '1', '2', '0.1', '1.1', '1.1.0', '2024-01', '2024-02')
      .map(markingOf);
    const states = fc.array(fc.constantFrom(a, words, more, other), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ marking, states }), { minLength: 1, maxLength: 4 }),
        async (any) => {
          const lines = [...any].sort((x, y) => compareMarkings(x.marking, y.marking));
          const numbers = await numberLines(lines, QUESTION);
          expect(numbers.map((one) => one.length)).toEqual(lines.map((one) => one.states.length));
          for (const own of numbers) {
            const given = own.filter((one) => one !== undefined);
            expect(given.every(isVersionName)).toBe(true);
            expect([...given].sort(compareVersions)).toEqual(given);
            expect(new Set(given).size).toBe(given.length);
            expect(own.at(-1)).toBeDefined();
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('pastStates', () => {
  it('reads a bounded number of commits, and says so', () => {
    const commits = Array.from({ length: MAX_COMMITS + 10 }, (_, rank) => ({
      sha: String(rank).padStart(40, '0'),
      day: '2026-01-01',
      file: 'a.json',
    }));
    const asked: string[] = [];
    const history: History = {
      isShallow: false,
      commitsOf: (_, most) => commits.slice(0, most),
      rankOf: Number,
      read(sha) {
        asked.push(sha);
        return new TextEncoder().encode(JSON.stringify({ title: sha, type: 'object' }));
      },
    };
    const options = { used: [], fileOf: () => undefined, today: '2026-11-24' };
    const { states, notes } = pastStates(history, 'a.json', options);
    expect([states.length, new Set(asked).size]).toEqual([MAX_COMMITS, MAX_COMMITS]);
    expect(states.at(-1)?.value).toMatchObject({ title: commits[0]?.sha });
    expect(notes).toEqual([expect.stringContaining('200 commits')]);
  });
});
