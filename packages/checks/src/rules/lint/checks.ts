import type { VersionedCheck } from '../../context.ts';
import { descriptionMissing } from './description-missing.ts';
import { enumWithoutEscape } from './enum-without-escape.ts';
import { identifierWithoutPattern } from './identifier-without-pattern.ts';
import { checkOf } from './lint.ts';
import { moneyNotInteger } from './money-not-integer.ts';
import { moneyWithoutCurrency } from './money-without-currency.ts';
import { nameAmbiguous } from './name-ambiguous.ts';
import { personalDataUnmarked } from './personal-data-unmarked.ts';
import { statesAsBooleans } from './states-as-booleans.ts';
import { timestampWithoutOffset } from './timestamp-without-offset.ts';
import { unboundedArray } from './unbounded-array.ts';
import { unboundedString } from './unbounded-string.ts';

/** The habits of retail data that drafts are looked at for. */
export const LINT_CHECKS: readonly VersionedCheck[] = [
  moneyNotInteger,
  moneyWithoutCurrency,
  timestampWithoutOffset,
  unboundedString,
  unboundedArray,
  enumWithoutEscape,
  personalDataUnmarked,
  descriptionMissing,
  identifierWithoutPattern,
  statesAsBooleans,
  nameAmbiguous,
].map(checkOf);
