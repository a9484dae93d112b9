import {
  escapeToken,
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
  parsePointer,
} from '@treaty/json';
import {
  DIALECTS,
  isOnlyReference,
  keyword,
  keywordsOf,
  type SchemaDocument,
} from '@treaty/schema';

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
 * places in it are places in the original.
 *
 * Undefined where references point into siblings of a reference that replaces them: those would count.
 */
export function standalone(
  document: SchemaDocument,
  options: StandaloneOptions = {},
): JsonValue | undefined {
  const { at = '', adapt = (schema) => schema } = options;
  const holding = pathsToSchemas(document);
  if (pointsIntoSiblings(document, holding)) return undefined;

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
    const kept = Object.fromEntries(entries);
    return adapt(isOnlyReference(schema, place.dialect) ? besideNothing(kept) : kept);
  };
  return schemaAt(document.root, '');
}

/**
 * Some validators evaluate what stands beside a reference that replaces its siblings, others lose it. The
 * definitions stay, and the reference goes into an allOf.
 */
function besideNothing(schema: JsonObject): JsonObject {
  const { $ref, ...beside } = schema;
  return $ref === undefined || Object.keys(beside).length === 0
    ? schema
    : { ...beside, allOf: [{ $ref }] };
}

function pointsIntoSiblings(document: SchemaDocument, holding: ReadonlySet<Pointer>): boolean {
  return [...document.subschemas].some(
    ([pointer, { schema, dialect }]) =>
      isObject(schema) &&
      isOnlyReference(schema, dialect) &&
      Object.keys(schema).some(
        (name) => isApplied(name) && holding.has(`${pointer}/${escapeToken(name)}`),
      ),
  );
}

/** Whether a validator might apply what the keyword holds, whatever the dialect. */
function isApplied(name: string): boolean {
  return DIALECTS.some((dialect) => (keyword(name, dialect)?.role ?? 'store') !== 'store');
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
