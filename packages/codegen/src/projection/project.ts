import {
  isObject,
  type JsonObject,
  type JsonType,
  type JsonValue,
  type Pointer,
  typeOf,
} from '@treaty/json';
import { type InPlace, inPlaceOf, type SchemaDocument } from '@treaty/schema';
import { annotationsOf } from './annotations.ts';
import { arrayPart, TELLING_OF_ARRAYS } from './array-part.ts';
import { MemberNames, TypeNames } from './names.ts';
import { objectPart, TELLING_OF_OBJECTS } from './object-part.ts';
import { FREE, type Projector, type Within } from './projector.ts';
import {
  allOfThem,
  annotated,
  eitherOf,
  isUnknown,
  NEVER,
  type SimpleSchema,
  UNKNOWN,
} from './simple-schema.ts';
import { typesInForce } from './types-in-force.ts';
import { valuesOf, wordsOf } from './words.ts';

/** What of a schema a TypeScript type can say, and the names that were replaced in it. */
export interface Projection {
  readonly schema: SimpleSchema;
  readonly members: MemberNames;
}

// Deeper inline nesting is read as unknown; references start afresh.
const MAX_DEPTH = 100;

/**
 * Projects a schema onto what a type can say. Guarantee: every value that the schema accepts is a value
 * of the projection. What a type cannot say (bounds, patterns, `not`, `if`, dependencies, `contains`,
 * dynamic references), and what json-schema-to-typescript gets wrong, is left out, which only widens.
 */
export function projectionOf(document: SchemaDocument, root: string): Projection {
  const names = new TypeNames(root);
  const members = new MemberNames();
  const types = typesInForce(document);
  const circular = new Set(
    document.problems.filter((p) => p.kind === 'reference-circular').map((p) => p.pointer),
  );
  const referred = new Set<Pointer>();
  let depth = 0;

  const project = (pointer: Pointer, within: Within = FREE): SimpleSchema => {
    const schema = document.subschemas.get(pointer)?.schema;
    if (schema === false) return NEVER;
    if (!isObject(schema) || circular.has(pointer) || depth >= MAX_DEPTH) return UNKNOWN;
    depth += 1;
    const words = wordsOf(document, pointer);
    const inside: Within = {
      types: types(pointer).filter((type) => within.types.includes(type)),
      closed: within.closed || words['additionalProperties'] === false,
    };
    const below = inPlaceOf(document, pointer);
    const branches = (keyword: string): SimpleSchema[] =>
      below.filter((step) => step.keyword === keyword).map((step) => project(step.pointer, inside));
    const unions = [branches('anyOf'), branches('oneOf')].filter((union) => union.length > 0);
    const others = [...references(below), ...branches('allOf'), ...unions.map(eitherOf)];
    // What a bare type says, the others say more precisely.
    const isSaid = isBareType(words) && !others.every(isUnknown);
    const own = isSaid ? UNKNOWN : ownPart(projector, pointer, words, inside);
    depth -= 1;
    return annotated(allOfThem([own, ...others]), annotationsOf(schema));
  };

  const references = (below: readonly InPlace[]): SimpleSchema[] =>
    below
      .filter(({ keyword }) => keyword === '$ref')
      .map((target) => {
        if (target.pointer === '') return { $ref: '#' };
        referred.add(target.pointer);
        return { $ref: `#/$defs/${names.of(target.pointer)}` };
      });

  const projector: Projector = { document, members, project };
  const schema = distinct(project(''));
  const definitions: [string, SimpleSchema][] = [];
  // The set grows while it is read: a definition may refer to others.
  for (const pointer of referred) definitions.push([names.of(pointer), distinct(project(pointer))]);
  return { schema: { ...schema, $defs: Object.fromEntries(definitions) }, members };
}

/** An object of its own: the generator names a type after the definition that the very object stands in. */
function distinct(schema: SimpleSchema): SimpleSchema {
  return Object.hasOwn(schema, '$ref') ? { allOf: [schema] } : { ...schema };
}

function isBareType(words: JsonObject): boolean {
  const telling = [...TELLING_OF_OBJECTS, ...TELLING_OF_ARRAYS, 'enum', 'const'];
  return !telling.some((name) => Object.hasOwn(words, name));
}

/** What the schema's own assertions say: for each type that a value may have, what it is then. */
function ownPart(
  projector: Projector,
  pointer: Pointer,
  words: JsonObject,
  within: Within,
): SimpleSchema {
  const ofType = (type: JsonType): SimpleSchema => {
    if (type === 'object') return objectPart(projector, pointer, words, within);
    if (type === 'array') return arrayPart(projector, pointer, words);
    return { type };
  };
  const values = valuesOf(words);
  if (values === undefined) {
    const isSilent = isBareType(words) && !Object.hasOwn(words, 'type');
    return isSilent ? UNKNOWN : eitherOf(within.types.map(ofType));
  }
  const scalars = values.filter(
    (value) => !isComposite(value) && within.types.includes(typeOf(value)),
  );
  const composite = within.types.filter((type) =>
    values.some((value) => isComposite(value) && typeOf(value) === type),
  );
  return eitherOf([...(scalars.length > 0 ? [{ enum: scalars }] : []), ...composite.map(ofType)]);
}

function isComposite(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}
