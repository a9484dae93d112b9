import { hasType, type Place, says } from './place.ts';

const LAST: ReadonlySet<string> = new Set(['at', 'timestamp', 'datetime', 'instant']);
const DESCRIBED = /\b(timestamp|date[ -]time|date and time|point in time)\b/i;

/** Whether a string is a point in time, by its name or by what its description calls it. */
export function isTimestamp(place: Place): boolean {
  const { words, schemas } = place;
  const [beforeLast, last] = words.slice(-2);
  const isNamedSo = LAST.has(words.at(-1) ?? '') || (beforeLast === 'date' && last === 'time');
  const isDescribedSo = schemas.some(({ description }) =>
    DESCRIBED.test(String(description ?? '')),
  );
  return hasType(place, 'string') && !says(place, 'enum', 'const') && (isNamedSo || isDescribedSo);
}
