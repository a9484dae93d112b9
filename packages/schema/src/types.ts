import type { JsonObject, JsonValue } from '@treaty/json';
import { isArray, typeOf } from '@treaty/json';

export type JsonSchemaType =
  | 'null'
  | 'boolean'
  | 'integer'
  | 'number'
  | 'string'
  | 'array'
  | 'object';

/** In a set of types 'number' stands for the numbers that are no integers, so that sets are disjoint. */
export type TypeSet = ReadonlySet<JsonSchemaType>;

const ORDER: readonly JsonSchemaType[] = [
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
];

export const ALL_TYPES: TypeSet = new Set(ORDER);
export const NO_TYPES: TypeSet = new Set();

/** The types that a schema's own `type`, `const` and `enum` leave. */
export function ownTypes(schema: JsonObject): TypeSet {
  let types = ALL_TYPES;
  const declared = schema['type'];
  if (declared !== undefined) {
    const names = (isArray(declared) ? declared : [declared]) as JsonSchemaType[];
    types = new Set(names.flatMap((name) => (name === 'number' ? ['integer', 'number'] : [name])));
  }
  if (Object.hasOwn(schema, 'const'))
    types = intersect(types, typesOf([schema['const'] as JsonValue]));
  const values = schema['enum'];
  return isArray(values) ? intersect(types, typesOf(values)) : types;
}

export function intersect(a: TypeSet, b: TypeSet): TypeSet {
  return new Set([...a].filter((type) => b.has(type)));
}

export function unite(a: TypeSet, b: TypeSet): TypeSet {
  return new Set([...a, ...b]);
}

/** As a schema would say it: 'number' covers 'integer'. In a fixed order. */
export function listed(types: TypeSet): JsonSchemaType[] {
  return ORDER.filter((type) => types.has(type) && !(type === 'integer' && types.has('number')));
}

function typesOf(values: readonly JsonValue[]): TypeSet {
  return new Set(
    values.map((value) =>
      Number.isInteger(value) ? 'integer' : (typeOf(value) as JsonSchemaType),
    ),
  );
}
