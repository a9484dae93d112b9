import { isArray, isObject, type JsonObject, type JsonValue, type Pointer } from '@treaty/json';
import { keywordsOf, type SchemaDocument } from '@treaty/schema';

/** The keywords of the schema at a place that its dialect knows; none for a boolean. */
export function wordsOf(document: SchemaDocument, pointer: Pointer): JsonObject {
  const place = document.subschemas.get(pointer);
  if (place === undefined || !isObject(place.schema)) return {};
  const { schema, dialect } = place;
  return Object.fromEntries(
    keywordsOf(schema, dialect).map(([name]) => [name, schema[name] ?? null]),
  );
}

/** The values that `const` or `enum` leaves; undefined where neither is there. */
export function valuesOf(words: JsonObject): readonly JsonValue[] | undefined {
  if (Object.hasOwn(words, 'const')) return [words['const'] ?? null];
  const values = words['enum'];
  return isArray(values) ? values : undefined;
}
