import { expect, test } from 'vitest';
import { Memo } from '../src/solve/memo.ts';
import { EMPTY, type Outcome } from '../src/solve/outcome.ts';

const value: Outcome = { kind: 'value', value: 1, sure: true };
const never = (): Outcome => {
  throw new Error('asked again');
};

test('a question that is met below itself counts as empty', () => {
  const memo = new Memo();
  expect(memo.recall('list', () => memo.recall('list', never))).toBe(EMPTY);
  expect(memo.recall('list', never)).toBe(EMPTY);
});

test('what was found under an assumption is forgotten when the assumption fails', () => {
  const memo = new Memo();
  const outer = memo.recall('tree', () => {
    expect(memo.recall('branch', () => memo.recall('tree', never))).toBe(EMPTY);
    // Still open, so the assumption still holds.
    expect(memo.recall('branch', never)).toBe(EMPTY);
    return value;
  });
  expect(outer).toBe(value);
  expect(memo.recall('branch', () => value)).toBe(value);
});

test('what was found under an assumption is final when the assumption holds', () => {
  const memo = new Memo();
  memo.recall('tree', () => memo.recall('branch', () => memo.recall('tree', never)));
  expect(memo.recall('branch', never)).toBe(EMPTY);
});

test('an assumption that fails takes with it what also assumed something further out', () => {
  const memo = new Memo();
  memo.recall('outer', () => {
    memo.recall('inner', () => {
      memo.recall('leaf', () => {
        memo.recall('inner', never);
        return memo.recall('outer', never);
      });
      return value;
    });
    expect(memo.recall('leaf', () => value)).toBe(value);
    return EMPTY;
  });
});

test('what follows from an assumption further out waits for that one', () => {
  const memo = new Memo();
  memo.recall('outer', () => {
    memo.recall('inner', () => memo.recall('leaf', () => memo.recall('outer', never)));
    return value;
  });
  expect(memo.recall('inner', () => value)).toBe(value);
  expect(memo.recall('leaf', () => value)).toBe(value);
});
