import { canonical, isObject, type JsonValue, type Pointer, valueAt } from '@treaty/json';
import type { Version } from '@treaty/registry';
import { keywordsOf, readSchema, type SchemaDocument, shapeOf } from '@treaty/schema';

/**
 * The attributes that a change touches: those that only one side has, and those whose own description
 * differs. A parent is not touched by what happens to its parts.
 */
export function touchedAttributes(
  before: Version | undefined,
  after: Version | undefined,
): readonly Pointer[] {
  const [from, to] = [described(before), described(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((at) => from.get(at) !== to.get(at))
    .sort();
}

function described(version: Version | undefined): ReadonlyMap<Pointer, string> {
  if (version === undefined) return new Map();
  const document = readSchema(version.schema.value);
  const shape = shapeOf(document);
  return new Map(
    shape.attributes.map((attribute) => {
      const own = attribute.schemas
        .map((place) => ownPart(document, place))
        .filter((part) => part !== SAYS_NOTHING)
        .sort();
      return [attribute.pointer, canonical([attribute.required, ...own])];
    }),
  );
}

/** What a schema asserts of the value itself; its parts are attributes of their own. */
function ownPart(document: SchemaDocument, place: Pointer): string {
  const schema = valueAt(document.root, place);
  if (!isObject(schema)) return schema === true ? SAYS_NOTHING : canonical(schema ?? null);
  const own = keywordsOf(schema, document.dialect)
    .filter(([name, { role }]) => role === 'assertion' && !OF_OTHERS.has(name))
    .map(([name]) => [name, schema[name] as JsonValue] as const);
  const closed = ['additionalProperties', 'unevaluatedProperties']
    .filter((name) => typeof schema[name] === 'boolean')
    .map((name) => [name, schema[name] as JsonValue] as const);
  return canonical(Object.fromEntries([...own, ...closed]));
}

const SAYS_NOTHING = canonical({});

/** `required` says something of the parts; references are followed by the shape. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'required',
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
]);
