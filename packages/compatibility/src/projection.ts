import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
  parsePointer,
} from '@treaty/json';

/**
 * The reader schema as a consumer that reads only some attributes needs it: at unnamed places it is
 * `true`, unnamed names are not required, undeclared ones not refused; what tells branches apart on the
 * way to a named attribute is read too. Undefined where a keyword on the way cannot be restricted
 * without guessing: then the consumer reads everything.
 */
export function project(schema: JsonValue, attributes: readonly Pointer[]): JsonValue | undefined {
  try {
    if (!isObject(schema)) return schema;
    const { $id: _, id: __, $schema, ...anonymous } = schema;
    const root = qualify(anonymous);
    const projected = restrict(root, attributes.map(parsePointer), { root, depth: 0 });
    if (!isObject(projected)) return projected;
    const dialect = $schema === undefined ? {} : { $schema };
    return { ...dialect, ...projected, $defs: { [ORIGINAL]: root } };
  } catch (error) {
    if (error instanceof CannotRestrict) return undefined;
    throw error;
  }
}

/** Where the whole original schema stands inside the projected one, for what is read in full. */
const ORIGINAL = 'original';
const MAX_DEPTH = 64;

class CannotRestrict extends Error {}

interface Scope {
  readonly root: JsonValue;
  readonly depth: number;
}

type Paths = readonly (readonly string[])[];

/** Keywords that say nothing of the members that a projection leaves out, or that it may keep as they are. */
const KEPT: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'minItems',
  'maxItems',
  'uniqueItems',
  'title',
]);
/** Keywords that say nothing, or nothing of the members that are named. */
const DROPPED: ReadonlySet<string> = new Set([
  '$schema',
  '$comment',
  '$defs',
  'definitions',
  'description',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'minProperties',
  'maxProperties',
]);
/** What they say of undeclared names is dropped, as long as none of those is named. */
const OF_UNDECLARED: ReadonlySet<string> = new Set([
  'additionalProperties',
  'unevaluatedProperties',
]);

function restrict(schema: JsonValue, paths: Paths, scope: Scope): JsonValue {
  if (paths.some((path) => path.length === 0)) return schema;
  if (paths.length === 0 || schema === true) return true;
  if (!isObject(schema)) return schema;
  if (scope.depth > MAX_DEPTH) throw new CannotRestrict();
  const inner: Scope = { ...scope, depth: scope.depth + 1 };
  const result: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (DROPPED.has(name) || name.startsWith('x-')) continue;
    if (OF_UNDECLARED.has(name) && (value === true || areDeclared(schema, paths))) continue;
    if (KEPT.has(name)) result[name] = value;
    else if (name === 'properties') result[name] = members(value, paths, inner);
    else if (name === 'required') result[name] = named(value, schema, paths);
    else if (name === 'items' && !isArray(value))
      result[name] = restrict(value, inItems(paths), inner);
    else if (name === 'allOf' || name === 'anyOf') result[name] = branches(value, paths, inner);
    // Two restricted branches may well overlap; what is still asked is that one of them fits.
    else if (name === 'oneOf') result['anyOf'] = branches(value, paths, inner);
    else if (name === '$ref')
      result['allOf'] = [
        ...((result['allOf'] as JsonValue[]) ?? []),
        restrict(target(value, scope), paths, inner),
      ];
    else throw new CannotRestrict();
  }
  if (Object.hasOwn(schema, 'allOf') && Object.hasOwn(schema, '$ref')) throw new CannotRestrict();
  if (Object.hasOwn(schema, 'anyOf') && Object.hasOwn(schema, 'oneOf')) throw new CannotRestrict();
  return result;
}

function members(value: JsonValue, paths: Paths, scope: Scope): JsonValue {
  if (!isObject(value)) throw new CannotRestrict();
  const kept = Object.entries(value).flatMap(([name, schema]): [string, JsonValue][] => {
    const inside = below(name, paths);
    if (inside.length > 0) return [[name, restrict(schema, inside, scope)]];
    return isDiscriminator(schema) ? [[name, schema]] : [];
  });
  return Object.fromEntries(kept);
}

function named(value: JsonValue, schema: JsonObject, paths: Paths): JsonValue {
  const properties = schema['properties'];
  return (isArray(value) ? value : []).filter(
    (name) =>
      typeof name === 'string' &&
      (below(name, paths).length > 0 ||
        (isObject(properties) && isDiscriminator(properties[name]))),
  );
}

/** A constant member tells one branch from another. */
function isDiscriminator(schema: JsonValue | undefined): boolean {
  if (!isObject(schema)) return false;
  const choice = schema['enum'];
  return Object.hasOwn(schema, 'const') || (isArray(choice) && choice.length === 1);
}

function branches(value: JsonValue, paths: Paths, scope: Scope): JsonValue {
  if (!isArray(value)) throw new CannotRestrict();
  return value.map((schema) => restrict(schema, paths, scope));
}

function below(name: string, paths: Paths): Paths {
  return paths.filter(([first]) => first === name || first === '*').map((path) => path.slice(1));
}

/** The paths inside of the items of a list, whichever item they name. */
function inItems(paths: Paths): Paths {
  return paths
    .filter(([first]) => first !== undefined && /^(\*|\d+)$/.test(first))
    .map((path) => path.slice(1));
}

/** Whether the object itself declares every member that is named. */
function areDeclared({ properties }: JsonObject, paths: Paths): boolean {
  return paths.every(
    ([first]) => first !== undefined && isObject(properties) && Object.hasOwn(properties, first),
  );
}

/** What a qualified reference means. */
function target(reference: JsonValue, { root }: Scope): JsonValue {
  const prefix = `#/$defs/${ORIGINAL}`;
  if (typeof reference !== 'string' || !reference.startsWith(prefix)) throw new CannotRestrict();
  let value: JsonValue | undefined = root;
  for (const token of parsePointer(decodeURIComponent(reference.slice(prefix.length)))) {
    value = isArray(value) ? value[Number(token)] : isObject(value) ? value[token] : undefined;
  }
  if (value === undefined) throw new CannotRestrict();
  return value;
}

/** References from the root of the document, made to point to where the original stands. */
function qualify(schema: JsonValue): JsonValue {
  if (isArray(schema)) return schema.map(qualify);
  if (!isObject(schema)) return schema;
  if (
    ['$id', 'id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef'].some(
      (name) => typeof schema[name] === 'string',
    )
  ) {
    throw new CannotRestrict();
  }
  const entries = Object.entries(schema).map(([name, value]): [string, JsonValue] => {
    if (VALUES.has(name)) return [name, value];
    if (name !== '$ref' || typeof value !== 'string') return [name, qualify(value)];
    if (!value.startsWith('#')) throw new CannotRestrict();
    return [name, `#/$defs/${ORIGINAL}${value.slice(1)}`];
  });
  return Object.fromEntries(entries);
}

/** What stands under these is data, in which nothing is a reference. */
const VALUES: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples']);
