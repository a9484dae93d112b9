import {
  escapeToken,
  isArray,
  isObject,
  isPointer,
  type JsonValue,
  member,
  type Pointer,
  valueAt,
} from '@treaty/json';
import { dialectOf, metaschemaOf, readSchema } from '@treaty/schema';

/** One thing that was written otherwise, at its place in the schema as it was. */
export interface Rewrite {
  readonly pointer: Pointer;
  readonly message: string;
}

export interface Upgraded {
  readonly value: JsonValue;
  /** Empty where the schema is in a dialect that a registry reads. */
  readonly rewrites: readonly Rewrite[];
}

/** They assert since draft-06 or draft-07; in draft-04 they say nothing, and what says nothing must not begin to. */
const LATER: ReadonlySet<string> = new Set([
  'const',
  'contains',
  'propertyNames',
  'if',
  'then',
  'else',
]);
const LIMITS: readonly (readonly [flag: string, limit: string, sign: string])[] = [
  ['exclusiveMinimum', 'minimum', 'above'],
  ['exclusiveMaximum', 'maximum', 'below'],
];

/**
 * A draft-04 schema in draft-07, which accepts the same payloads: `id` is `$id`, a boolean
 * `exclusiveMinimum` or `exclusiveMaximum` becomes the limit itself, and keywords that draft-04 does not
 * know keep their words under `x-`. Schemas of other dialects stay as they are.
 */
export function upgraded(value: JsonValue): Upgraded {
  if (!isObject(value) || dialectOf(value) !== 'draft-04') return { value, rewrites: [] };
  const places = placesOf(value);
  const rewrites: Rewrite[] = [];
  const members = (schema: { readonly [name: string]: JsonValue }, at: Pointer) => {
    const tell = (name: string, message: string): void => {
      rewrites.push({ pointer: `${at}/${escapeToken(name)}`, message });
    };
    const written = new Map<string, JsonValue>();
    for (const [name, one] of Object.entries(schema)) {
      const limits = LIMITS.find(([flag, limit]) => name === flag || name === limit);
      if (at === '' && name === '$schema') {
        written.set(name, metaschemaOf('draft-07'));
        tell(name, 'draft-04 became draft-07');
      } else if (name === 'id' && typeof one === 'string') {
        written.set('$id', one);
        tell(name, 'id became $id');
      } else if (LATER.has(name)) {
        written.set(`x-${name}`, one);
        tell(
          name,
          `${name}, which draft-04 does not know, became x-${name}: it goes on saying nothing`,
        );
      } else if (limits !== undefined && typeof schema[limits[0]] === 'boolean') {
        const [flag, limit, sign] = limits;
        const exclusive = schema[flag] === true && Object.hasOwn(schema, limit);
        if (name === limit) written.set(exclusive ? flag : limit, one);
        else if (exclusive)
          tell(name, `${flag}: true became ${flag}: ${schema[limit]}, all ${sign} it`);
        else tell(name, `${flag}: ${one}, which changes nothing, was taken out`);
      } else written.set(name, one);
    }
    return written;
  };
  const visit = (one: JsonValue, at: Pointer): JsonValue => {
    if (isArray(one)) return one.map((item, i) => visit(item, `${at}/${i}`));
    if (!isObject(one)) return one;
    const written = places.has(at) ? members(one, at) : new Map(Object.entries(one));
    const inner = [...written].map(([name, inside]): [string, JsonValue] => [
      name,
      visit(inside, `${at}/${escapeToken(name)}`),
    ]);
    return Object.fromEntries(inner);
  };
  return { value: visit(value, ''), rewrites };
}

/** The places of all schemas, those among them that only a reference says are some (`#/types/money`). */
function placesOf(root: JsonValue): ReadonlySet<Pointer> {
  const places = new Set<Pointer>();
  const open: Pointer[] = [''];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const schema = valueAt(root, at);
    if (places.has(at) || schema === undefined) continue;
    for (const [inner, one] of readSchema(schema, { dialect: 'draft-04' }).subschemas) {
      places.add(at + inner);
      const target = targetOf(member(one.schema, '$ref'));
      if (target !== undefined) open.push(target);
    }
  }
  return places;
}

function targetOf(reference: JsonValue | undefined): Pointer | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined;
  try {
    const pointer = decodeURIComponent(reference.slice(1));
    return isPointer(pointer) ? pointer : undefined;
  } catch {
    return undefined;
  }
}
