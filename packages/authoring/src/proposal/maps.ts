import { type Observation, total } from './observation.ts';

/** Fewer names than this may well be members that somebody thought of. */
const LEAST_NAMES = 12;

/** What the names of a map look like: nobody calls twelve members of a record so. */
const KEYS = [/^\d+$/, /^[\da-f-]{36}$/i, /^\d{4}-\d\d(-\d\d)?$/, /^[A-Z]{2,3}$/];
/** An identifier has a digit; so may `address2` and `line1`, which most records then have. */
const IDENTIFIER = /^(?=.*\d)[\w.:-]+$/;

/** Whether the objects at a place are dictionaries: many distinct names of one form, or too many at all. */
export function isMap(seen: Observation): boolean {
  if (seen.others !== undefined) return true;
  const names = [...seen.members.keys()];
  if (names.length < LEAST_NAMES) return false;
  if (KEYS.some((form) => names.every((name) => form.test(name)))) return true;
  const objects = seen.types.get('object') ?? 0;
  const common = [...seen.members.values()].some((member) => total(member) * 2 > objects);
  return !common && names.every((name) => IDENTIFIER.test(name));
}
