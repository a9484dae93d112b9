import {
  isArray,
  isObject,
  type JsonObject,
  type JsonType,
  type Pointer,
  typeOf,
} from '@treaty/json';
import { inPlaceOf, type SchemaDocument } from '@treaty/schema';
import { valuesOf, wordsOf } from './words.ts';

export type Types = readonly JsonType[];

export const JSON_TYPES: Types = ['object', 'array', 'string', 'number', 'boolean', 'null'];

// Longer chains of schemas that apply to one value are no schemas that people write.
const MAX_CHAIN = 100;

/**
 * The types of the values that the schema at a place accepts, as far as all the schemas that apply there
 * say: `{ allOf: [{ type: 'object' }, { required: ['id'] }] }` accepts objects only. Never too few.
 */
export function typesInForce(document: SchemaDocument): (pointer: Pointer) => Types {
  const found = new Map<Pointer, Types>();
  const open = new Set<Pointer>();

  const visit = (pointer: Pointer): Types => {
    const known = found.get(pointer);
    if (known !== undefined) return known;
    const schema = document.subschemas.get(pointer)?.schema;
    if (schema === false) return [];
    if (!isObject(schema) || open.has(pointer) || open.size > MAX_CHAIN) return JSON_TYPES;
    open.add(pointer);
    const below = inPlaceOf(document, pointer).map(({ keyword, pointer: at }) => ({ keyword, at }));
    const under = (name: string): Types[] =>
      below.filter(({ keyword }) => keyword === name).map(({ at }) => visit(at));
    const unions = [under('anyOf'), under('oneOf')].filter((branches) => branches.length > 0);
    const sets = [
      ownTypes(wordsOf(document, pointer)),
      ...under('$ref'),
      ...under('allOf'),
      ...unions.map((branches) => branches.flat()),
    ];
    open.delete(pointer);
    const types = JSON_TYPES.filter((type) => sets.every((set) => set.includes(type)));
    found.set(pointer, types);
    return types;
  };
  return visit;
}

function ownTypes(words: JsonObject): Types {
  const declared = words['type'];
  const names = (isArray(declared) ? declared : [declared]).map((name) =>
    name === 'integer' ? 'number' : name,
  );
  const held = valuesOf(words)?.map(typeOf);
  return JSON_TYPES.filter(
    (type) =>
      (declared === undefined || names.includes(type)) &&
      (held === undefined || held.includes(type)),
  );
}
