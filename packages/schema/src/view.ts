import type { Pointer } from '@treaty/json';
import { ALL_TYPES, intersect, NO_TYPES, type TypeSet, unite } from './types.ts';

/** The schemas that describe one attribute, and how they combine. */
export type Description =
  | { readonly kind: 'schema'; readonly pointer: Pointer; readonly trail: Trail | undefined }
  | { readonly kind: 'anything' }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Description[] };

/** The schemas on the way from the root of the document to a description, nearest first. */
export interface Trail {
  readonly pointer: Pointer;
  readonly up: Trail | undefined;
}

/** What a description says about a value. */
export interface View {
  /** The types that are named. With `open` others are possible: some branch names none. */
  readonly types: TypeSet;
  readonly open: boolean;
  /** Members that are not described here do not occur. */
  readonly closed: boolean;
  /** By {@link memberKey}, or {@link EVERY} for items and for the values of a map. */
  readonly children: ReadonlyMap<string, Description>;
  readonly required: ReadonlySet<string>;
  readonly schemas: ReadonlySet<Pointer>;
  /** A schema on the way here describes this value again; its parts are not listed a second time. */
  readonly recursive: boolean;
}

export const EVERY = '*';
/** A member's key in `children` and `required`; prefixed, so that no name is {@link EVERY}. */
export const memberKey = (name: string): string => `/${name}`;

export const ANYTHING: View = {
  types: NO_TYPES,
  open: true,
  closed: false,
  children: new Map(),
  required: new Set(),
  schemas: new Set(),
  recursive: false,
};

export const NOTHING: View = { ...ANYTHING, open: false, closed: true };

/** Every type that a value described by the view may have. */
export function possibleTypes({ types, open }: View): TypeSet {
  return open ? ALL_TYPES : types;
}

/** What holds where both views hold. */
export function both(a: View, b: View): View {
  const open = a.open && b.open;
  return {
    types: open ? unite(a.types, b.types) : intersect(possibleTypes(a), possibleTypes(b)),
    open,
    closed: a.closed || b.closed,
    children: mergeChildren(a, b, (one, other) =>
      one && other ? { kind: 'all', parts: [one, other] } : (one ?? other),
    ),
    required: new Set([...a.required, ...b.required]),
    schemas: new Set([...a.schemas, ...b.schemas]),
    recursive: a.recursive || b.recursive,
  };
}

/** What holds where at least one of the views holds. */
export function either(a: View, b: View): View {
  const missing = (view: View): Description | undefined =>
    view.closed || !holdsParts(view) ? undefined : { kind: 'anything' };
  return {
    types: unite(a.types, b.types),
    open: a.open || b.open,
    closed: a.closed && b.closed,
    children: mergeChildren(a, b, (one = missing(a), other = missing(b)) =>
      one && other ? { kind: 'any', parts: [one, other] } : (one ?? other),
    ),
    required: requiredInEither(a, b),
    schemas: new Set([...a.schemas, ...b.schemas]),
    recursive: a.recursive || b.recursive,
  };
}

function mergeChildren(
  a: View,
  b: View,
  merge: (one?: Description, other?: Description) => Description | undefined,
): Map<string, Description> {
  const children = new Map<string, Description>();
  for (const key of new Set([...a.children.keys(), ...b.children.keys()])) {
    const merged = merge(a.children.get(key), b.children.get(key));
    if (merged) children.set(key, merged);
  }
  return children;
}

/** A branch of scalars asks for no member: whether the value has members is said by its types. */
function requiredInEither(a: View, b: View): ReadonlySet<string> {
  if (!holdsParts(a)) return b.required;
  if (!holdsParts(b)) return a.required;
  return new Set([...a.required].filter((key) => b.required.has(key)));
}

function holdsParts(view: View): boolean {
  const types = possibleTypes(view);
  return types.has('object') || types.has('array');
}
