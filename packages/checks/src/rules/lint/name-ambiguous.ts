import type { Lint } from './lint.ts';
import { isNamed } from './place.ts';

const EMPTY: ReadonlySet<string> = new Set([
  'data',
  'date',
  'datetime',
  'field',
  'flag',
  'info',
  'information',
  'misc',
  'object',
  'param',
  'stuff',
  'temp',
  'thing',
  'time',
  'timestamp',
  'tmp',
]);
/** Names that a number is put behind when nobody knew what the second one is. */
const NUMBERED =
  /^(amount|attribute|code|comment|custom|data|date|field|flag|info|name|number|option|param|price|reference|state|status|text|type|value)[_-]?\d+$/;

export const nameAmbiguous: Lint = {
  rule: {
    id: 'lint/name-ambiguous',
    severity: 'warning',
    summary: 'The name of an attribute does not say what it is.',
    why: 'Of `date` every reader believes something: ordered, shipped, booked. `status2` is believed by nobody.',
    fix: 'Name it after what it says: `placedAt`, `shippedAt`, `paymentStatus`.',
  },
  fault: (place) => {
    const name = place.name.toLowerCase();
    const isAmbiguous = isNamed(place) && (EMPTY.has(name) || NUMBERED.test(name));
    return isAmbiguous ? 'has a name that does not say what it is' : undefined;
  },
};
