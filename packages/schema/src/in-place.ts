import { isObject, type Pointer } from '@treaty/json';
import type { SchemaDocument } from './document.ts';
import { appliedBy, keywordsOf } from './subschemas.ts';

/** A schema that applies to the same value as another one, and the keyword that says so. */
export interface InPlace {
  readonly keyword: string;
  readonly pointer: Pointer;
}

const REFERENCES: readonly string[] = ['$ref', '$dynamicRef', '$recursiveRef'];

/**
 * The schemas that the schema at `pointer` applies to the same value, one step away: references (a
 * dynamic one read as if it were static), allOf, anyOf, oneOf, not, if, then, else, dependentSchemas
 * and the schemas of dependencies. Unresolved references are left out.
 */
export function inPlaceOf(
  document: Omit<SchemaDocument, 'problems'>,
  pointer: Pointer,
): readonly InPlace[] {
  const place = document.subschemas.get(pointer);
  if (!place || !isObject(place.schema)) return [];
  const { schema, dialect } = place;
  const referred = keywordsOf(schema, dialect).flatMap(([keyword]) => {
    const reference = schema[keyword];
    if (!REFERENCES.includes(keyword) || typeof reference !== 'string') return [];
    const resolved = document.resolve(reference, pointer);
    return resolved ? [{ keyword, pointer: resolved.pointer }] : [];
  });
  const applied = appliedBy(schema, dialect)
    .filter(({ role }) => role === 'in-place')
    .map(({ keyword, path }) => ({ keyword, pointer: pointer + path }));
  return [...referred, ...applied];
}
