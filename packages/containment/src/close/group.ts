import { isArray, isObject, type JsonObject, type JsonValue, type Pointer } from '@treaty/json';
import { appliedBy, inPlaceOf, keywordsOf, type SchemaDocument } from '@treaty/schema';

/** A schema that describes a value; `asserts` where it stands under no `not`, `if` or `contains`. */
export interface Describing {
  readonly pointer: Pointer;
  readonly asserts: boolean;
}

/** All schemas that describe one value, in place: what they declare for it counts together. */
export interface Group {
  /** Two groups of one document with the same key are the same. */
  readonly key: string;
  readonly members: readonly Member[];
}

/** One schema of a group. */
export interface Member {
  readonly asserts: boolean;
  /** By name, pattern, or position. */
  readonly properties: ReadonlyMap<string, Pointer>;
  readonly patterns: ReadonlyMap<string, Pointer>;
  readonly rest: readonly Pointer[];
  readonly prefix: readonly Pointer[];
  readonly items: readonly Pointer[];
  readonly declaresProperties: boolean;
  /** It says of further members that there may be any, or of what form they are. */
  readonly allowsMore: boolean;
}

/** The group of a value that these schemas describe: they, and all that applies in place. */
export function groupOf(document: SchemaDocument, start: readonly Describing[]): Group {
  const found = new Map<Pointer, boolean>();
  const pending = [...start];
  for (const { pointer, asserts } of pending) {
    const known = found.get(pointer);
    if (known === true || known === asserts) continue;
    found.set(pointer, asserts);
    for (const step of inPlaceOf(document, pointer)) {
      if (step.keyword === 'not') continue;
      pending.push({ pointer: step.pointer, asserts: asserts && step.keyword !== 'if' });
    }
  }
  const entries = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    key: entries.map(([pointer, asserts]) => `${asserts ? '+' : '-'}${pointer}`).join(' '),
    members: entries.flatMap(([pointer, asserts]) => memberAt(document, pointer, asserts)),
  };
}

function memberAt(document: SchemaDocument, pointer: Pointer, asserts: boolean): Member[] {
  const place = document.subschemas.get(pointer);
  if (!place || !isObject(place.schema)) return [];
  const { schema, dialect } = place;
  const known = new Set(keywordsOf(schema, dialect).map(([name]) => name));
  const applied = appliedBy(schema, dialect).map((each) => ({ ...each, at: pointer + each.path }));
  const at = (keyword: string): Pointer[] =>
    applied.filter((each) => each.keyword === keyword).map((each) => each.at);
  const byName = (keyword: string): Map<string, Pointer> => {
    const names = known.has(keyword) ? Object.keys(schema[keyword] as JsonObject) : [];
    const places = at(keyword);
    return new Map(names.map((name, i) => [name, places[i] as Pointer]));
  };
  const more = ['additionalProperties', 'unevaluatedProperties'].filter((name) => known.has(name));
  const isTuple = known.has('items') && isArray(schema['items']);
  return [
    {
      asserts,
      properties: byName('properties'),
      patterns: byName('patternProperties'),
      rest: more.flatMap(at),
      prefix: [...at('prefixItems'), ...(isTuple ? at('items') : [])],
      items: [...(isTuple ? [] : at('items')), ...at('additionalItems'), ...at('unevaluatedItems')],
      declaresProperties: known.has('properties'),
      allowsMore: more.some((name) => (schema[name] as JsonValue) !== false),
    },
  ];
}
