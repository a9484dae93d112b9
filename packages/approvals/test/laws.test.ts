import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, familyOf, type Review, type Snapshot } from '../src/index.ts';
import { demandIn, EARLIER, snapshotOf } from './scenario.ts';

const scenario = { title: '', expect: { verdict: '', reasons: [] } };
// Three seats that need different people, filled from teams that overlap.
const demand = demandIn(scenario);
const shop = snapshotOf({
  ...scenario,
  files: ['schemas/order/placed/contract.yaml', 'treaty.yaml'],
});
const head = shop.pullRequest.head.sha;
const logins = ['stella', 'steve', 'sven', 'pat', 'dora', 'outsider'];

const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
const review = fc
  .record({
    who: fc.nat(logins.length - 1),
    state: mostly('APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED'),
    commit: mostly<string | null>(head, EARLIER, null),
  })
  .map(({ who, state, commit }) => reviewOf(who, state, commit));

function reviewOf(who: number, state: string, commit: string | null): Review {
  const account = { login: logins[who] as string, id: 50 + who, type: 'User' as const };
  return { id: 0, account, state, commit, submittedAt: '2026-03-02T09:00:00Z' };
}

const team = fc.uniqueArray(fc.constantFrom(...logins.slice(0, 5)), { minLength: 2 });
const snapshot = fc
  .record({
    reviews: fc.array(review, { minLength: 3, maxLength: 12 }),
    stewards: team,
    storefront: team,
    platform: team,
    draft: mostly(false, true),
  })
  .map(({ reviews, draft, ...owners }): Snapshot => {
    const teams = Object.entries(owners).map(([name, members]) => [
      `shop/${name}`,
      { members, privacy: 'closed', permission: 'push' },
    ]);
    return {
      ...shop,
      pullRequest: { ...shop.pullRequest, draft },
      reviews: reviews.map((one, i) => ({ ...one, id: i })),
      teams: { ...shop.teams, ...Object.fromEntries(teams) },
    };
  });

const kinds = (given: Snapshot) => {
  const { verdict, reasons } = evaluate(demand, given);
  return [verdict, ...new Set(reasons.map(({ kind }) => kind))].sort();
};
const runs = { numRuns: 3000 };

describe('laws of the verdict', () => {
  test('the order in which different people review does not matter', () => {
    fc.assert(
      fc.property(snapshot, (given) => {
        const byPerson = given.reviews.toSorted((a, b) => a.account.id - b.account.id);
        expect(kinds({ ...given, reviews: byPerson })).toEqual(kinds(given));
      }),
      runs,
    );
  });

  test('one more approval of the head never turns a pass into anything else', () => {
    let passes = 0;
    fc.assert(
      fc.property(snapshot, fc.nat(logins.length - 1), (given, who) => {
        if (evaluate(demand, given).verdict !== 'pass') return;
        passes += 1;
        const more = { ...given, reviews: [...given.reviews, reviewOf(who, 'APPROVED', head)] };
        expect(evaluate(demand, more).verdict).toBe('pass');
      }),
      runs,
    );
    expect(passes).toBeGreaterThan(100);
  });

  test('a pass has different people on its seats, who approved the head; none is the author', () => {
    let passes = 0;
    fc.assert(
      fc.property(snapshot, (given) => {
        const { verdict, seats } = evaluate(demand, given);
        if (verdict !== 'pass') return;
        passes += 1;
        const people = seats.flatMap(({ filledBy }) => filledBy);
        expect(new Set(people.map(({ login }) => login)).size).toBe(3);
        for (const { login, reviewId } of people) {
          expect(given.reviews[reviewId]).toMatchObject({ state: 'APPROVED', commit: head });
          expect(login).not.toBe('dora');
        }
      }),
      runs,
    );
    expect(passes).toBeGreaterThan(100);
  });

  test('a blocked verdict has a reason that blocks, an error none but errors, a pass none', () => {
    const base = fc.constantFrom(shop.after.base, EARLIER);
    fc.assert(
      fc.property(snapshot, base, (given, after) => {
        const moved = { ...given, after: { ...given.after, base: after } };
        const { verdict, reasons } = evaluate(demand, moved);
        const families = new Set(reasons.map(({ kind }) => familyOf(kind)));
        if (verdict === 'pass') expect(reasons).toEqual([]);
        else expect(families).toContain(verdict);
        if (verdict === 'error') expect([...families]).toEqual(['error']);
      }),
      runs,
    );
  });
});
