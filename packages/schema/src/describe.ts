import { isArray, isObject, type JsonObject, type Pointer, parsePointer } from '@treaty/json';
import type { SchemaDocument } from './document.ts';
import { inPlaceOf } from './in-place.ts';
import { type Applied, appliedBy, isOnlyReference } from './subschemas.ts';
import { NO_TYPES, ownTypes } from './types.ts';
import {
  ANYTHING,
  both,
  type Description,
  EVERY,
  either,
  memberKey,
  NOTHING,
  type Trail,
  type View,
} from './view.ts';

/** Reads descriptions of one document, at most `steps` schemas; past them everything is {@link ANYTHING}. */
export interface Reader {
  readonly document: SchemaDocument;
  steps: number;
}

const ITEMS = ['items', 'prefixItems', 'additionalItems', 'unevaluatedItems'];
const MAP_VALUES = ['patternProperties', 'additionalProperties', 'unevaluatedProperties'];

/** In-place applicators are merged; what describes parts of the value stays a description, read later. */
export function describe(reader: Reader, description: Description): View {
  switch (description.kind) {
    case 'anything':
      return ANYTHING;
    case 'schema':
      return describeSchema(reader, description.pointer, description.trail, new Set());
    case 'all':
      return description.parts.map((part) => describe(reader, part)).reduce(both);
    case 'any':
      return description.parts.map((part) => describe(reader, part)).reduce(either);
  }
}

function describeSchema(
  reader: Reader,
  pointer: Pointer,
  trail: Trail | undefined,
  inPlace: ReadonlySet<Pointer>,
): View {
  const schema = reader.document.subschemas.get(pointer)?.schema;
  if (schema === false) return NOTHING;
  if (!isObject(schema) || inPlace.has(pointer) || --reader.steps < 0) return ANYTHING;

  const here: Trail = { pointer, up: trail };
  const within = new Set([...inPlace, pointer]);
  const steps = inPlaceOf(reader.document, pointer);
  const views = (...keywords: string[]): View[] =>
    steps
      .filter(({ keyword }) => keywords.includes(keyword))
      .map((step) => describeSchema(reader, step.pointer, here, within));
  return [
    ownView(reader, pointer, schema, here, isOn(trail, pointer)),
    ...views('$ref', '$dynamicRef', '$recursiveRef', 'allOf'),
    ...alternatives(views('anyOf')),
    ...alternatives(views('oneOf')),
    ...conditional(views('if')[0], views('then')[0], views('else')[0]),
    ...views('dependentSchemas', 'dependencies').map((part) => either(part, ANYTHING)),
  ].reduce(both);
}

/** What the schema says itself, its in-place applicators left out. */
function ownView(
  { document }: Reader,
  pointer: Pointer,
  schema: JsonObject,
  trail: Trail,
  recursive: boolean,
): View {
  const dialect = document.subschemas.get(pointer)?.dialect ?? document.dialect;
  const view: View = { ...ANYTHING, schemas: new Set([pointer]), recursive };
  if (isOnlyReference(schema, dialect)) return view;
  const silent = ['type', 'enum', 'const'].every((name) => !Object.hasOwn(schema, name));
  return {
    ...view,
    types: silent ? NO_TYPES : ownTypes(schema),
    open: silent,
    closed: schema['additionalProperties'] === false,
    children: recursive ? new Map() : childrenOf(appliedBy(schema, dialect), pointer, trail),
    required: requiredOf(schema),
  };
}

function alternatives(branches: readonly View[]): View[] {
  return branches.length > 0 ? [branches.reduce(either)] : [];
}

function conditional(test?: View, then: View = ANYTHING, otherwise: View = ANYTHING): View[] {
  return test ? [either(both(test, then), otherwise)] : [];
}

function childrenOf(
  applied: readonly Applied[],
  pointer: Pointer,
  trail: Trail,
): Map<string, Description> {
  const children = new Map<string, Description>();
  const every: Description[] = [];
  for (const { keyword, path, schema } of applied) {
    const child: Description = { kind: 'schema', pointer: pointer + path, trail };
    const describesEvery =
      ITEMS.includes(keyword) || (MAP_VALUES.includes(keyword) && isObject(schema));
    if (keyword === 'properties') children.set(memberKey(parsePointer(path)[1] as string), child);
    else if (describesEvery && schema !== false) every.push(child);
  }
  if (every.length > 0) children.set(EVERY, { kind: 'any', parts: every });
  return children;
}

function requiredOf(schema: JsonObject): ReadonlySet<string> {
  const names = isArray(schema['required']) ? schema['required'] : [];
  const least = schema['minItems'];
  return new Set([
    ...names.map((name) => memberKey(String(name))),
    ...(typeof least === 'number' && least > 0 ? [EVERY] : []),
  ]);
}

function isOn(trail: Trail | undefined, pointer: Pointer): boolean {
  for (let at = trail; at; at = at.up) if (at.pointer === pointer) return true;
  return false;
}
