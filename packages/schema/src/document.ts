import { type JsonObject, type JsonValue, member, type Pointer, valueAt } from '@treaty/json';
import { circularReferences } from './circular.ts';
import { DEFAULT_DIALECT, type Dialect, dialectOf } from './dialect.ts';
import { indexDocument, type Subschema } from './index-document.ts';
import { locate } from './locations.ts';
import type { SchemaProblem } from './problem.ts';

/** A JSON Schema document, read: its subschemas found, its references resolvable, its faults listed. */
export interface SchemaDocument {
  readonly root: JsonValue;
  readonly dialect: Dialect;
  /** Every schema of the document by its place. */
  readonly subschemas: ReadonlyMap<Pointer, Subschema>;
  /** What a reference that stands in the schema at `at` means; undefined where it is not in here. */
  resolve(reference: string, at: Pointer): Resolved | undefined;
  readonly problems: readonly SchemaProblem[];
}

export interface Resolved {
  readonly pointer: Pointer;
  readonly schema: JsonValue;
}

export interface ReadOptions {
  /** For a document that names none by `$schema`. */
  readonly dialect?: Dialect;
}

const MAX_DEPTH = 1000;

/** By the document, then by the dialect that was asked for: whoever looks at a schema reads the same one. */
const known = new WeakMap<object, Map<Dialect | undefined, SchemaDocument>>();

/**
 * Reads a JSON Schema of any dialect. Nothing is fetched and nothing throws: what is wrong is in
 * `problems`, and the rest can still be read. A document, which nobody may change, is read once.
 */
export function readSchema(root: JsonValue, options: ReadOptions = {}): SchemaDocument {
  if (typeof root !== 'object' || root === null) return read(root, options);
  const before = known.get(root) ?? new Map<Dialect | undefined, SchemaDocument>();
  known.set(root, before);
  const document = before.get(options.dialect) ?? read(root, options);
  before.set(options.dialect, document);
  return document;
}

function read(root: JsonValue, options: ReadOptions): SchemaDocument {
  const named = member(root, '$schema') === undefined ? options.dialect : dialectOf(root);
  const dialect = named ?? DEFAULT_DIALECT;
  const deep = isDeeperThan(root, MAX_DEPTH);
  const index = indexDocument(deep ? true : root, dialect);
  const resolve = (reference: string, at: Pointer): Resolved | undefined => {
    const base = index.subschemas.get(at)?.base;
    if (base === undefined) return undefined;
    const located = locate(root, index, reference, base);
    if (typeof located === 'string') return undefined;
    return { pointer: located.pointer, schema: valueAt(root, located.pointer) as JsonValue };
  };
  const document = { root, dialect, subschemas: index.subschemas, resolve };
  const problems = [
    ...(deep ? [tooDeep()] : []),
    ...(dialectOf(root) ? [] : [unknownDialect(root as JsonObject)]),
    ...index.problems,
  ];
  return { ...document, problems: [...problems, ...circularReferences(document)] };
}

function unknownDialect(root: JsonObject): SchemaProblem {
  return {
    kind: 'dialect-unknown',
    pointer: '/$schema',
    message: `${JSON.stringify(root['$schema'])} names no dialect of JSON Schema`,
  };
}

function tooDeep(): SchemaProblem {
  return {
    kind: 'too-deep',
    pointer: '',
    message: `the document is nested deeper than ${MAX_DEPTH} levels`,
  };
}

/** Level by level, without recursion: the document may be nested to exhaust the stack. */
function isDeeperThan(root: JsonValue, limit: number): boolean {
  let level: JsonValue[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as JsonValue[]) : [],
    );
  }
  return false;
}
