import { isArray, isObject, type JsonValue } from '@treaty/json';
import type { SchemaDocument } from '@treaty/schema';
import { put } from './graft.ts';

const PLAIN: readonly JsonValue[] = ['text', '', 0, 1, -1, 1.5, true, false, null, [], {}];
const MAX_POOL = 200;

/** Values that schemas speak of: constants, enum members, and the numbers and lengths around bounds. */
export function poolOf(...documents: readonly SchemaDocument[]): JsonValue[] {
  const pool = new Set<JsonValue>(PLAIN);
  for (const { subschemas } of documents) {
    for (const { schema } of subschemas.values()) {
      if (!isObject(schema) || pool.size > MAX_POOL) continue;
      for (const value of [...(isArray(schema['enum']) ? schema['enum'] : []), schema['const']])
        if (value !== undefined) pool.add(value);
      for (const [name, value] of Object.entries(schema)) {
        if (typeof value !== 'number') continue;
        if (/imum$|^multipleOf$/.test(name))
          for (const n of [value, value + 1, value - 1]) pool.add(n);
        if (/Length$/.test(name) && value < 1000)
          for (const n of [value, value + 1, value - 1]) if (n >= 0) pool.add('a'.repeat(n));
      }
    }
  }
  return [...pool];
}

/** Names of members that the reader's schema speaks of and the value may lack. */
export function namesIn(document: SchemaDocument): string[] {
  const names = new Set<string>(['other']);
  for (const { schema } of document.subschemas.values())
    if (isObject(schema) && isObject(schema['properties']))
      for (const name of Object.keys(schema['properties'])) names.add(name);
  return [...names].slice(0, MAX_POOL);
}

/** Neighbours of a value: one part of it changed, taken out or added. Outer parts first. */
export function* neighbours(
  value: JsonValue,
  pool: readonly JsonValue[],
  names: readonly string[],
): Iterable<JsonValue> {
  const places: { path: string[]; part: JsonValue }[] = [{ path: [], part: value }];
  for (const { path, part } of places) {
    const put_ = (at: string[], other: JsonValue | undefined): JsonValue[] => {
      const changed = put(value, at, other);
      return changed === undefined ? [] : [changed];
    };
    for (const other of pool) yield* put_(path, other);
    if (isArray(part)) {
      for (let i = part.length - 1; i >= 0; i--) yield* put_([...path, String(i)], undefined);
      if (part.length > 0) yield put_([...path, String(part.length)], part[0])[0] as JsonValue;
      for (const other of pool) yield* put_([...path, String(part.length)], other);
    }
    if (isObject(part)) {
      for (const name of Object.keys(part)) yield* put_([...path, name], undefined);
      for (const name of names)
        if (!Object.hasOwn(part, name))
          for (const other of pool.slice(0, PLAIN.length)) yield* put_([...path, name], other);
    }
    for (const [token, inner] of isArray(part) || isObject(part) ? Object.entries(part) : [])
      places.push({ path: [...path, token], part: inner as JsonValue });
  }
}
