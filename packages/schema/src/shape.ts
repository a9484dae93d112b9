import { ANY, escapeToken, type Pointer, parsePointer } from '@treaty/json';
import { describe, type Reader } from './describe.ts';
import type { SchemaDocument } from './document.ts';
import { ALL_TYPES, type JsonSchemaType, listed, type TypeSet } from './types.ts';
import { type Description, EVERY, possibleTypes, type View } from './view.ts';

/** A place in the payloads of a schema, and what the schema says about the values there. */
export interface Attribute {
  /** In the payload; `*` stands for any item of an array and any value of a map, as in `/lines/*`. */
  readonly pointer: Pointer;
  /**
   * Present in every payload in which its parent is present. Where the parent may be something else than
   * an object (nullable, or of no stated type), none of its members is.
   */
  readonly required: boolean;
  /** All that are named; 'number' covers 'integer'. Every type, where no schema names one. */
  readonly types: readonly JsonSchemaType[];
  /** The places in the schema document that describe it. */
  readonly schemas: readonly Pointer[];
  /** It repeats the schema of an attribute above it, whose parts are not listed again below this one. */
  readonly recursive: boolean;
}

/** What the payloads of a schema can look like, as far as structure goes. */
export interface Shape {
  /** Parents before their parts, in document order; the first is the root, `""`. */
  readonly attributes: readonly Attribute[];
  /** The attribute at a pointer; a name or index that is not described on its own finds that of `*`. */
  get(pointer: Pointer): Attribute | undefined;
  /** The schema is larger than the limits of reading; some attributes are missing. */
  readonly truncated: boolean;
}

const MAX_ATTRIBUTES = 20_000;
const MAX_STEPS = 100_000;

/**
 * The shape of a document's root schema. References, allOf, anyOf, oneOf, if/then/else and
 * dependentSchemas are merged: an attribute has every type that some branch gives it, and is required
 * where all branches require it. `not`, `contains` and `propertyNames` describe no attributes.
 */
export function shapeOf(document: SchemaDocument): Shape {
  const shape = known.get(document) ?? describeAll(document);
  known.set(document, shape);
  return shape;
}

/** Everything that looks at the payloads of a schema asks for its shape. */
const known = new WeakMap<SchemaDocument, Shape>();

function describeAll(document: SchemaDocument): Shape {
  const reader: Reader = { document, steps: MAX_STEPS };
  const attributes = new Map<Pointer, Attribute>();

  const visit = (pointer: Pointer, description: Description, required: boolean): void => {
    if (attributes.size >= MAX_ATTRIBUTES || reader.steps < 0) return;
    const view = describe(reader, description);
    const types = typesOf(view);
    if (types.size === 0 && pointer !== '') return;
    const { schemas, recursive } = view;
    attributes.set(pointer, {
      pointer,
      required,
      types: listed(types),
      schemas: [...schemas],
      recursive,
    });
    for (const [key, child] of view.children)
      visit(pointer + childPath(key), child, isRequired(view, key));
  };
  visit('', { kind: 'schema', pointer: '', trail: undefined }, true);

  return {
    attributes: [...attributes.values()],
    get: (pointer) => find(attributes, pointer),
    truncated: attributes.size >= MAX_ATTRIBUTES || reader.steps < 0,
  };
}

function typesOf(view: View): TypeSet {
  return view.open && view.types.size === 0 ? ALL_TYPES : view.types;
}

function isRequired(view: View, key: string): boolean {
  const types = possibleTypes(view);
  return (
    view.required.has(key) && types.size === 1 && types.has(key === EVERY ? 'array' : 'object')
  );
}

function childPath(key: string): string {
  if (key === EVERY) return `/${ANY}`;
  const name = key.slice(1);
  return `/${name === ANY ? '~2' : escapeToken(name)}`;
}

function find(
  attributes: ReadonlyMap<Pointer, Attribute>,
  pointer: Pointer,
): Attribute | undefined {
  const exact = attributes.get(pointer);
  if (exact) return exact;
  let at = '';
  for (const token of parsePointer(pointer)) {
    const named = `${at}${childPath(`/${token}`)}`;
    at = attributes.has(named) ? named : `${at}/${ANY}`;
  }
  return attributes.get(at);
}
