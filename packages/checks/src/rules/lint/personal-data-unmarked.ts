import type { Lint } from './lint.ts';
import { hasType, type Place, says, upwards } from './place.ts';

/** The annotation that marks personal data; `false` says that something is none, whatever its name. */
const MARK = 'x-personal-data';

/** Names of what belongs to one human being, in the words that {@link Place} splits them into. */
const PERSONAL: readonly string[] = [
  'email',
  'e mail',
  'email address',
  'phone',
  'phone number',
  'telephone',
  'mobile',
  'mobile number',
  'first name',
  'last name',
  'given name',
  'family name',
  'full name',
  'surname',
  'maiden name',
  'birth date',
  'birthdate',
  'birthday',
  'date of birth',
  'iban',
  'passport number',
  'tax id',
  'ssn',
  'ip address',
  'street',
  'street address',
  'address line',
  'address line1',
  'address line2',
  'address line3',
  'line1',
  'line2',
];
/** What stands below one of these is of a business. */
const BUSINESS: ReadonlySet<string> = new Set([
  'branch',
  'company',
  'depot',
  'hub',
  'location',
  'manufacturer',
  'merchant',
  'site',
  'store',
  'supplier',
  'vendor',
  'warehouse',
]);

export const personalDataUnmarked: Lint = {
  rule: {
    id: 'lint/personal-data-unmarked',
    severity: 'warning',
    summary: 'What looks like personal data is not marked as such.',
    why: 'Logs, dead letters and test copies keep payloads. What may not stay there for years has to be known before it is stored.',
    fix: 'Write `"x-personal-data": true` on the attribute or on an object above it; `false`, if it belongs to no person.',
  },
  fault: (place) => {
    if (!hasType(place, 'string') || !isPersonal(place)) return undefined;
    const way = upwards(place);
    const isMarked = way.some((one) => says(one, MARK));
    const isBusiness = way.some(({ words }) => words.some((word) => BUSINESS.has(word)));
    return isMarked || isBusiness
      ? undefined
      : 'looks like personal data and has no `x-personal-data`';
  },
};

function isPersonal({ words }: Place): boolean {
  const name = words.join(' ');
  return PERSONAL.some((personal) => name === personal || name.endsWith(` ${personal}`));
}
