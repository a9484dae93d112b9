import type { Lint } from './lint.ts';
import { isMoney } from './money.ts';
import { upwards } from './place.ts';

/** Codes that a name may end in, as `totalEur` does: those of the most traded currencies. */
const CODES: ReadonlySet<string> = new Set(
  'aud brl cad chf cny czk dkk eur gbp huf inr jpy krw mxn nok nzd pln ron sek try usd zar'.split(
    ' ',
  ),
);

export const moneyWithoutCurrency: Lint = {
  rule: {
    id: 'lint/money-without-currency',
    severity: 'warning',
    summary: 'An amount of money has no currency beside or above it.',
    why: 'A number is no price. The day a second country is served, every reader that assumed the first currency is wrong without noticing.',
    fix: 'Put a `currency` (ISO 4217) beside the amount, or once in an object above it; for one currency only, as a `const`.',
  },
  fault: (place) => {
    if (!isMoney(place) || place.words.some((word) => CODES.has(word))) return undefined;
    const isStated = upwards(place).some(({ parts }) =>
      parts.some(({ words }) => words.includes('currency')),
    );
    return isStated ? undefined : 'is money without a currency beside or above it';
  },
};
