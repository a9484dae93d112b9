import { isObject, type JsonObject, type JsonValue, type Pointer, valueAt } from '@treaty/json';
import { type Dialect, dialectOf, isAtLeast } from './dialect.ts';
import { absolute, DEFAULT_BASE, type Locations, locate, splitFragment } from './locations.ts';
import type { SchemaProblem } from './problem.ts';
import { appliedBy, isOnlyReference, isSchema, isWellFormed, keywordsOf } from './subschemas.ts';

/** A schema at a place of the document, with what is needed to read it. */
export interface Subschema {
  readonly pointer: Pointer;
  readonly schema: JsonValue;
  /** URI that its references are resolved against. */
  readonly base: string;
  readonly dialect: Dialect;
}

export interface DocumentIndex extends Locations {
  readonly subschemas: ReadonlyMap<Pointer, Subschema>;
  readonly problems: readonly SchemaProblem[];
}

// Bounds for hostile input; the largest schemas in public catalogues have about 60,000 subschemas.
const MAX_SUBSCHEMAS = 500_000;
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/**
 * Walks every schema of a document once: those under keywords, and those that only a reference reaches
 * (`#/components/schemas/x`).
 */
export function indexDocument(root: JsonValue, dialect: Dialect): DocumentIndex {
  const subschemas = new Map<Pointer, Subschema>();
  const resources = new Map<string, Pointer>([[DEFAULT_BASE, '']]);
  const anchors = new Map<string, Pointer>();
  const problems: SchemaProblem[] = [];
  const referring: Subschema[] = [];

  const walk = (start: Subschema): void => {
    const pending = [start];
    for (let place = pending.pop(); place; place = pending.pop()) {
      if (subschemas.has(place.pointer)) continue;
      if (subschemas.size >= MAX_SUBSCHEMAS) {
        problems.push(tooLarge(place.pointer));
        return;
      }
      if (!isSchema(place.schema, place.dialect)) {
        if (!isBooleanInDraft4(place)) problems.push(notASchema(place.pointer));
        if (typeof place.schema === 'boolean') subschemas.set(place.pointer, place);
        continue;
      }
      const found = isObject(place.schema)
        ? identify(place, place.schema, { resources, anchors })
        : place;
      subschemas.set(found.pointer, found);
      if (!isObject(found.schema)) continue;
      problems.push(...malformed(found, found.schema));
      if (REFERENCES.some((name) => Object.hasOwn(found.schema as JsonObject, name)))
        referring.push(found);
      const { schema, ...context } = found;
      for (const applied of appliedBy(schema as JsonObject, found.dialect).reverse())
        pending.push({
          ...context,
          pointer: found.pointer + applied.path,
          schema: applied.schema,
        });
    }
  };

  walk({ pointer: '', schema: root, base: DEFAULT_BASE, dialect });
  // The list grows while it is read: what a reference reaches may refer further.
  for (const { pointer, schema, base, dialect } of referring) {
    for (const [name] of keywordsOf(schema as JsonObject, dialect)) {
      const reference = (schema as JsonObject)[name];
      if (!REFERENCES.includes(name) || typeof reference !== 'string') continue;
      const located = locate(root, { resources, anchors }, reference, base);
      if (typeof located === 'string')
        problems.push(lost(located, `${pointer}/${name}`, reference));
      else if (!subschemas.has(located.pointer))
        walk({
          pointer: located.pointer,
          schema: valueAt(root, located.pointer) as JsonValue,
          base: nearest(subschemas, located.pointer)?.base ?? base,
          dialect,
        });
    }
  }
  return { subschemas, resources, anchors, problems };
}

/** Registers the identifier and the anchors that a schema declares; gives it its own base and dialect. */
function identify(
  place: Subschema,
  schema: JsonObject,
  { resources, anchors }: { resources: Map<string, Pointer>; anchors: Map<string, Pointer> },
): Subschema {
  if (isOnlyReference(schema, place.dialect)) return place;
  const modern = isAtLeast(place.dialect, '2019-09');
  const id = schema[place.dialect === 'draft-04' ? 'id' : '$id'];
  let { base, dialect } = place;
  if (typeof id === 'string') {
    const [resource, fragment] = splitFragment(absolute(id, base) ?? base);
    if (!id.startsWith('#')) {
      base = resource;
      if (!resources.has(base)) resources.set(base, place.pointer);
      // An embedded resource may speak another dialect than the document around it.
      if (modern && place.pointer !== '' && schema['$schema'] !== undefined)
        dialect = dialectOf(schema) ?? dialect;
    }
    if (!modern && fragment !== '') anchors.set(`${base}#${fragment}`, place.pointer);
  }
  if (modern) {
    for (const name of ['$anchor', '$dynamicAnchor']) {
      const anchor = schema[name];
      if (typeof anchor === 'string') anchors.set(`${base}#${anchor}`, place.pointer);
    }
  }
  return { ...place, base, dialect };
}

function nearest(
  subschemas: ReadonlyMap<Pointer, Subschema>,
  pointer: Pointer,
): Subschema | undefined {
  for (let at = pointer; at !== ''; ) {
    at = at.slice(0, at.lastIndexOf('/'));
    const found = subschemas.get(at);
    if (found) return found;
  }
  return undefined;
}

function malformed(place: Subschema, schema: JsonObject): SchemaProblem[] {
  return keywordsOf(schema, place.dialect)
    .filter(([name, { form }]) => !isWellFormed(form, schema[name] as JsonValue, place.dialect))
    .map(([name]) => ({
      kind: 'keyword-malformed',
      pointer: `${place.pointer}/${name}`,
      message: `the value of "${name}" has not the form that ${place.dialect} asks for`,
    }));
}

/** Draft-04 allows a boolean in two places, though booleans are no schemas there. */
function isBooleanInDraft4({ pointer, schema }: Subschema): boolean {
  return (
    typeof schema === 'boolean' &&
    (pointer.endsWith('/additionalProperties') || pointer.endsWith('/additionalItems'))
  );
}

function lost(kind: 'unresolved' | 'remote', pointer: Pointer, reference: string): SchemaProblem {
  return kind === 'remote'
    ? {
        kind: 'reference-remote',
        pointer,
        message: `"${reference}" is outside of this document, and nothing is ever fetched`,
      }
    : {
        kind: 'reference-unresolved',
        pointer,
        message: `"${reference}" points to nothing in this document`,
      };
}

function notASchema(pointer: Pointer): SchemaProblem {
  return {
    kind: 'not-a-schema',
    pointer,
    message: 'a schema is expected here: an object, or from draft-06 on a boolean',
  };
}

function tooLarge(pointer: Pointer): SchemaProblem {
  return {
    kind: 'too-large',
    pointer,
    message: `the document has more than ${MAX_SUBSCHEMAS} subschemas`,
  };
}
