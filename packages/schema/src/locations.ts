import { formatPointer, type JsonValue, type Pointer, parsePointer, valueAt } from '@treaty/json';

/** What a document without an identifier of its own is resolved against; it never leaves this package. */
export const DEFAULT_BASE = 'json-schema:///';

/** Where the parts of a document are found: embedded resources by URI, anchors by URI and name. */
export interface Locations {
  readonly resources: ReadonlyMap<string, Pointer>;
  readonly anchors: ReadonlyMap<string, Pointer>;
}

/** The absolute form of a reference (RFC 3986), or undefined where it has none. */
export function absolute(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

export function splitFragment(uri: string): [resource: string, fragment: string] {
  const hash = uri.indexOf('#');
  return hash < 0 ? [uri, ''] : [uri.slice(0, hash), uri.slice(hash + 1)];
}

export type Located = { readonly pointer: Pointer } | 'unresolved' | 'remote';

/** Finds what a reference means when it is read under `base`. */
export function locate(
  root: JsonValue,
  locations: Locations,
  reference: string,
  base: string,
): Located {
  // The common case, spared the parsing of a URI.
  const uri = reference.startsWith('#') ? base + reference : absolute(reference, base);
  if (uri === undefined) return 'unresolved';
  const [resource, encoded] = splitFragment(uri);
  const start = locations.resources.get(resource);
  if (start === undefined) return 'remote';
  const fragment = decoded(encoded);
  if (fragment === undefined) return 'unresolved';
  if (fragment !== '' && !fragment.startsWith('/')) {
    const pointer = locations.anchors.get(`${resource}#${fragment}`);
    return pointer === undefined ? 'unresolved' : { pointer };
  }
  if (/~(?![01])/.test(fragment)) return 'unresolved';
  const pointer = start + formatPointer(parsePointer(fragment));
  return valueAt(root, pointer) === undefined ? 'unresolved' : { pointer };
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
