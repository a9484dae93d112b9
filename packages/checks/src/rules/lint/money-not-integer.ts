import type { Lint } from './lint.ts';
import { isMoney } from './money.ts';
import { hasType } from './place.ts';

export const moneyNotInteger: Lint = {
  rule: {
    id: 'lint/money-not-integer',
    severity: 'warning',
    summary: 'An amount of money is a number with a fraction.',
    why: 'Most readers make a binary fraction of it, in which 0.10 and 0.20 do not add up to 0.30: sums differ by a cent, and reconciliation finds it every night.',
    fix: 'Send whole minor units (`"type": "integer"`, 1250 for 12.50), or a string with a decimal pattern.',
  },
  fault: (place) =>
    isMoney(place) && hasType(place, 'number') ? 'is money as a number with a fraction' : undefined,
};
