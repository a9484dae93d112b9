import { isArray, type JsonValue } from '@treaty/json';
import type { Lint } from './lint.ts';
import { said } from './place.ts';

/** Names of lists that the world adds to, unlike those of states, which a team decides on. */
const GROWING: ReadonlySet<string> = new Set([
  'brand',
  'carrier',
  'category',
  'cause',
  'gateway',
  'marketplace',
  'material',
  'occasion',
  'provider',
  'reason',
  'scheme',
  'wallet',
]);
const ESCAPE =
  /^(any|custom|generic|misc|miscellaneous|none|not[-_ ]?specified|other|others|undefined|unknown|unspecified)$/i;
/** One or two values are a choice that somebody closed on purpose. */
const LEAST = 3;

export const enumWithoutEscape: Lint = {
  rule: {
    id: 'lint/enum-without-escape',
    severity: 'warning',
    summary: 'A list of values that will grow has no value for what is not on it.',
    why: 'Consumers reject a value that they do not know, so that every reason or carrier that is added is a new major. Until then people pick the wrong value.',
    fix: 'Add a value such as `other` while the list is young, and say in the description what it stands for.',
  },
  fault: (place) => {
    const growing = place.words.find((word) => GROWING.has(word));
    if (growing === undefined) return undefined;
    const lists = said(place, 'enum').filter(isArray);
    const isClosed = (list: readonly JsonValue[]): boolean =>
      list.length >= LEAST &&
      list.every((value) => typeof value === 'string' && !ESCAPE.test(value));
    return lists.some(isClosed)
      ? `is a closed list, and a ${growing} that is not on it will come`
      : undefined;
  },
};
