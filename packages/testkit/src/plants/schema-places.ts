import { isArray, isObject, type JsonObject, type JsonValue } from '@treaty/json';
import type { Version } from '@treaty/registry';

/** An attribute in a schema as it is written. */
export interface Place {
  /** Path of the object that declares it. */
  readonly owner: readonly (string | number)[];
  readonly name: string;
  readonly schema: JsonObject;
  readonly isRequired: boolean;
  /** What the object requires. */
  readonly required: readonly string[];
}

/** All attributes that a version declares, definitions included. */
export function placesIn({ source }: Version): readonly Place[] {
  return walk(source.value, []);
}

function walk(value: JsonValue, path: readonly (string | number)[]): readonly Place[] {
  if (isArray(value)) return value.flatMap((part, i) => walk(part, [...path, i]));
  if (!isObject(value)) return [];
  const deeper = Object.entries(value).flatMap(([key, part]) => walk(part, [...path, key]));
  const { properties, required } = value;
  if (properties === undefined || !isObject(properties)) return deeper;
  const names = required !== undefined && isArray(required) ? required.map(String) : [];
  const own = Object.entries(properties).flatMap(([name, schema]): Place[] =>
    isObject(schema)
      ? [{ owner: path, name, schema, isRequired: names.includes(name), required: names }]
      : [],
  );
  return [...own, ...deeper];
}

export function pathOf({ owner, name }: Place): readonly (string | number)[] {
  return [...owner, 'properties', name];
}
