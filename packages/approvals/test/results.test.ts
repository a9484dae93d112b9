import { expect, test } from 'vitest';
import { evaluate, seatTitle } from '../src/index.ts';
import { demandIn, type Scenario, snapshotOf } from './scenario.ts';

type Difference = Omit<Scenario, 'title' | 'expect'>;

function judge(difference: Difference) {
  const scenario = { ...difference, title: '', expect: { verdict: '', reasons: [] } };
  return evaluate(demandIn(scenario), snapshotOf(scenario));
}

function seatsOf(difference: Difference) {
  return judge(difference).seats.map(({ seat, status, filledBy, couldFill }) => [
    seatTitle(seat).split(' ')[0],
    status,
    filledBy,
    couldFill,
  ]);
}

test('a seat tells who fills it, by which review', () => {
  expect(seatsOf({})).toEqual([
    ['steward', 'filled', [{ login: 'stella', reviewId: 100 }], []],
    ['producer', 'filled', [{ login: 'sven', reviewId: 101 }], []],
  ]);
});

test('a missing seat tells everybody who could fill it', () => {
  expect(seatsOf({ reviews: [] })).toEqual([
    ['steward', 'missing', [], ['stella', 'steve']],
    ['producer', 'missing', [], ['sven']],
  ]);
});

test('neither author, contributor, machine nor reader could', () => {
  const [steward] = seatsOf({
    reviews: [],
    snapshot: {
      pullRequest: { author: { login: 'Dora', id: 1, type: 'User' } },
      commits: [{ sha: 'a'.repeat(40), author: 'Steve', committer: 'stella' }],
      teams: {
        'shop/stewards': {
          members: ['dora', 'stella', 'steve', 'ci[bot]', 'rita', 'Walt', 'walt'],
        },
      },
      permissions: { 'ci[bot]': 'write', rita: 'read', walt: 'maintain' },
    },
  });
  expect(steward).toEqual(['steward', 'missing', [], ['walt']]);
});

test('nor could whoever fills another seat of the flow', () => {
  expect(
    seatsOf({
      reviews: [['stella', 'APPROVED']],
      snapshot: { teams: { 'shop/storefront': { members: ['stella', 'olga'] } } },
    }),
  ).toEqual([
    ['steward', 'filled', [{ login: 'stella', reviewId: 100 }], []],
    ['producer', 'quorum', [], ['olga']],
  ]);
});

test('every approval that cannot count is listed, with the first reason that holds', () => {
  const { verdict, rejected } = judge({
    reviews: [
      ['stella', 'APPROVED'],
      ['sven', 'APPROVED'],
      ['steve', 'APPROVED', 'earlier'],
      ['outsider', 'APPROVED', 'earlier'],
      ['ci[bot]', 'APPROVED'],
      ['pat', 'CHANGES_REQUESTED'],
    ],
  });
  expect({ verdict, rejected }).toEqual({
    verdict: 'pass',
    rejected: [
      { login: 'steve', reviewId: 102, reason: 'stale' },
      { login: 'outsider', reviewId: 103, reason: 'no_seat' },
      { login: 'ci[bot]', reviewId: 104, reason: 'bot_approval' },
    ],
  });
});

test('a message says what to do', () => {
  const messages = judge({
    codeowners: ['/schemas/ @shop/stewards', '/schemas/parties/storefront.yaml'],
    reviews: [],
  }).reasons.map(({ message }) => message);
  expect(messages).toEqual([
    'the steward of order/placed has not approved; who can: stella, steve',
    'nobody owns schemas/parties/storefront.yaml: add a line to CODEOWNERS',
  ]);
});

test('a judgement is plain data', () => {
  const judgement = judge({ reviews: [['steve', 'DISMISSED']] });
  expect(JSON.parse(JSON.stringify(judgement))).toEqual(judgement);
});

test('a file of 3 MB and more is an error', () => {
  const { verdict, reasons } = judge({ moreCodeowners: [`#${'x'.repeat(3 * 1024 * 1024)}`] });
  expect([verdict, reasons.map(({ kind }) => kind)]).toEqual(['error', ['codeowners_too_large']]);
});
