import { isObject, type JsonValue, member, type Pointer } from '@treaty/json';
import { type Dialect, dialectOf } from './dialect.ts';
import { readSchema, type SchemaDocument } from './document.ts';
import type { Subschema } from './index-document.ts';
import { absolute, DEFAULT_BASE, splitFragment } from './locations.ts';
import { keywordsOf } from './subschemas.ts';

/** The documents that schemas may refer to. Names are the caller's: file names, mostly. */
export interface Library {
  /** The document that `reference` (without its fragment) means where it stands in `from`. */
  find(reference: string, from: string): string | undefined;
  valueOf(name: string): JsonValue | undefined;
  /** What the definition is to be called that takes the document in; the second where the first is taken. */
  titlesOf(name: string): readonly [string, string];
}

/** A reference that leads to nothing that could be taken in. */
export interface BundleProblem {
  readonly kind: 'unknown' | 'unresolved' | 'other-dialect' | 'dynamic' | 'embedded' | 'too-many';
  /** The document in which it stands, and the keyword. */
  readonly document: string;
  readonly pointer: Pointer;
  readonly reference: string;
}

/** A `$ref` that is to be written anew. */
export interface Link {
  /** Of the schema that holds it. */
  readonly pointer: Pointer;
  readonly reference: string;
  readonly target: string;
  /** In the target. */
  readonly fragment: Pointer;
}

/** The references of a document that cannot stay as they are in a bundle: all, but for those of its root to itself. */
export function* linksOf(
  document: string,
  value: JsonValue,
  dialect: Dialect,
  isRoot: boolean,
  library: Library,
): Generator<Link | BundleProblem> {
  const read = readSchema(value, { dialect });
  for (const subschema of read.subschemas.values()) {
    for (const [keyword, reference] of referencesIn(subschema)) {
      const place = { document, pointer: `${subschema.pointer}/${keyword}`, reference };
      const local = read.resolve(reference, subschema.pointer);
      // What stays inside the root, or points to nothing in it, is left to whoever reads the bundle.
      const stays = local !== undefined || keyword !== '$ref' || reference.startsWith('#');
      if (isRoot && stays) continue;
      // Written anew it would be looked up in the embedded schema, not in the document.
      const isEmbedded = isRoot && subschema.base !== read.subschemas.get('')?.base;
      if (keyword !== '$ref') yield { kind: 'dynamic', ...place };
      else if (isEmbedded) yield { kind: 'embedded', ...place };
      else if (local !== undefined) {
        yield { pointer: subschema.pointer, reference, target: document, fragment: local.pointer };
      } else yield linkTo(subschema, place, read, dialect, library);
    }
  }
}

function referencesIn({ schema, dialect }: Subschema): readonly (readonly [string, string])[] {
  if (!isObject(schema)) return [];
  return keywordsOf(schema, dialect).flatMap(([keyword]) => {
    const reference = schema[keyword];
    const refers = ['$ref', '$dynamicRef', '$recursiveRef'].includes(keyword);
    return refers && typeof reference === 'string' ? [[keyword, reference] as const] : [];
  });
}

function linkTo(
  { pointer, base }: Subschema,
  place: Omit<BundleProblem, 'kind'>,
  from: SchemaDocument,
  dialect: Dialect,
  library: Library,
): Link | BundleProblem {
  const [resource, fragment] = splitFragment(place.reference);
  if (resource === '') return { kind: 'unresolved', ...place };
  // Under an identifier of its own a document's references are relative to that, as JSON Schema says.
  const uri = base.startsWith(DEFAULT_BASE) ? resource : (absolute(resource, base) ?? resource);
  const target = library.find(uri, place.document);
  const value = target === undefined ? undefined : library.valueOf(target);
  if (target === undefined || value === undefined) return { kind: 'unknown', ...place };
  const named = member(value, '$schema') === undefined ? dialect : dialectOf(value);
  if (named !== from.dialect) return { kind: 'other-dialect', ...place };
  const found = readSchema(value, { dialect }).resolve(`#${fragment}`, '');
  if (found === undefined) return { kind: 'unresolved', ...place };
  return { pointer, reference: place.reference, target, fragment: found.pointer };
}
