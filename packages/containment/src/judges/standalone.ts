import {
  escapeToken,
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
  parsePointer,
} from '@treaty/json';
import { DIALECTS, isOnlyReference, keyword, keywordsOf, type SchemaDocument } from '@treaty/schema';

/** Changes one schema, whose subschemas are already rewritten. */
export type Adapt = (schema: JsonObject) => JsonObject;

export interface StandaloneOptions {
  /** Where the schema will stand in the document that it is put into. */
  readonly at?: Pointer;
  readonly adapt?: Adapt;
}

const DATA = ['const', 'enum'];
const ANNOTATIONS = ['$dynamicAnchor', '$recursiveAnchor'];

/**
 * The schema without what depends on where it came from: references are JSON pointers into the document,
 * identifiers are gone (the two schemas of a question often have the same), and so are keywords that its
 * dialect does not know but some validator might read. What is left stands where it stood, so that
 * places in it are places in the original. Throws where that cannot be said without siblings of a
 * reference that must not count.
 */
export function standalone(document: SchemaDocument, options: StandaloneOptions = {}): JsonValue {
  const { at = '', adapt = (schema) => schema } = options;
  const holding = pathsToSchemas(document);

  const inner = (value: JsonValue, pointer: Pointer): JsonValue => {
    if (document.subschemas.has(pointer)) return schemaAt(value, pointer);
    if (Array.isArray(value))
      return value.map((entry: JsonValue, i) => inner(entry, `${pointer}/${i}`));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [
        name,
        inner(entry, `${pointer}/${escapeToken(name)}`),
      ]),
    );
  };
  const schemaAt = (schema: JsonValue, pointer: Pointer): JsonValue => {
    const place = document.subschemas.get(pointer);
    if (!place || !isObject(schema)) return schema;
    const known = new Set(keywordsOf(schema, place.dialect).map(([name]) => name));
    const entries = Object.entries(schema).flatMap(([name, value]): [string, JsonValue][] => {
      const below = `${pointer}/${escapeToken(name)}`;
      if (name === '$ref' && known.has(name))
        return [[name, reference(document, pointer, String(value), at)]];
      if (DATA.includes(name) && known.has(name)) return [[name, value]];
      const stays = known.has(name) || ANNOTATIONS.includes(name) || holding.has(below);
      return stays ? [[name, inner(value, below)]] : [];
    });
    return adapt(alone(Object.fromEntries(entries), isOnlyReference(schema, place.dialect)));
  };
  return schemaAt(document.root, '');
}

/**
 * Validators differ on what may stand beside a reference that replaces its siblings: some evaluate it,
 * some lose the definitions. What is referred to is kept there, and the reference put into an allOf.
 */
function alone(schema: JsonObject, isReplacing: boolean): JsonObject {
  const { $ref, ...beside } = schema;
  const names = Object.keys(beside);
  if (!isReplacing || $ref === undefined || names.length === 0) return schema;
  if (names.some((name) => name !== 'definitions' && name !== '$defs' && isKeyword(name)))
    throw new Error('a reference replaces siblings that other references point into');
  return { ...beside, allOf: [{ $ref }] };
}

/** Beside a replacing reference, or under an unknown keyword, there may be what references point to. */
function pathsToSchemas(document: SchemaDocument): Set<Pointer> {
  const paths = new Set<Pointer>();
  for (const pointer of document.subschemas.keys()) {
    for (let path = pointer; path !== '' && !paths.has(path); ) {
      paths.add(path);
      path = path.slice(0, path.lastIndexOf('/'));
    }
  }
  return paths;
}

function reference(
  document: SchemaDocument,
  pointer: Pointer,
  value: string,
  at: Pointer,
): JsonValue {
  const target = document.resolve(value, pointer);
  if (!target) return value;
  const tokens = parsePointer(at + target.pointer);
  return `#${tokens.map((token) => `/${encodeURIComponent(escapeToken(token))}`).join('')}`;
}

function isKeyword(name: string): boolean {
  return DIALECTS.some((dialect) => keyword(name, dialect) !== undefined);
}
