import { escapeToken, isObject, type Pointer, parsePointer } from '@treaty/json';
import type { SchemaDocument } from './document.ts';
import { inPlaceOf } from './in-place.ts';
import { type Applied, appliedBy } from './subschemas.ts';
import type { ValidatorError } from './violation.ts';

/** Finds the schemas that errors speak of. Built once a document, when its first error comes. */
const placesOf = new WeakMap<SchemaDocument, ReadonlyMap<unknown, Pointer>>();

/** The place of the schema that holds the keyword of an error; validators hand out the very objects. */
export function placeOf(document: SchemaDocument, error: ValidatorError): Pointer | undefined {
  let places = placesOf.get(document);
  if (places === undefined) {
    places = new Map(
      [...document.subschemas.values()].map(({ schema, pointer }) => [schema, pointer]),
    );
    placesOf.set(document, places);
  }
  return typeof error.parentSchema === 'object' ? places.get(error.parentSchema) : undefined;
}

/**
 * The schemas that the schema at `start` applies to the part of its value that `tokens` lead to: through
 * references, allOf and the like, and one child keyword a token.
 */
export function appliedTo(
  document: SchemaDocument,
  start: Pointer,
  tokens: readonly string[],
): ReadonlySet<Pointer> {
  let here = withInPlace(document, [start]);
  for (const token of tokens) {
    const below = [...here].flatMap((pointer) => childrenAt(document, pointer, token));
    here = withInPlace(document, below);
  }
  return here;
}

/** The tokens that lead from one place of the payload to another below it; undefined where it is not below. */
export function tokensBetween(above: Pointer, below: Pointer): readonly string[] | undefined {
  if (below !== above && !below.startsWith(`${above}/`)) return undefined;
  return parsePointer(below.slice(above.length));
}

function withInPlace(document: SchemaDocument, start: readonly Pointer[]): Set<Pointer> {
  const found = new Set(start);
  for (const pointer of found) {
    for (const step of inPlaceOf(document, pointer)) found.add(step.pointer);
    // What is wrong with a name is reported at the object.
    for (const { role, path } of appliedAt(document, pointer))
      if (role === 'name') found.add(pointer + path);
  }
  return found;
}

function childrenAt(document: SchemaDocument, pointer: Pointer, token: string): Pointer[] {
  return appliedAt(document, pointer)
    .filter(({ role }) => role === 'child')
    .filter(
      ({ keyword, path }) =>
        keyword !== 'properties' || path === `/properties/${escapeToken(token)}`,
    )
    .map(({ path }) => pointer + path);
}

function appliedAt(document: SchemaDocument, pointer: Pointer): readonly Applied[] {
  const place = document.subschemas.get(pointer);
  return place !== undefined && isObject(place.schema)
    ? appliedBy(place.schema, place.dialect)
    : [];
}
