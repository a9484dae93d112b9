import { hasType, type Place } from './place.ts';

const IDENTIFIERS: ReadonlySet<string> = new Set([
  'asin',
  'ean',
  'gln',
  'gtin',
  'id',
  'isbn',
  'mpn',
  'sku',
  'sscc',
  'upc',
  'uuid',
]);

/** Whether a string identifies something, by the last word of its name. */
export function isIdentifier(place: Place): boolean {
  return hasType(place, 'string') && IDENTIFIERS.has(place.words.at(-1) ?? '');
}
