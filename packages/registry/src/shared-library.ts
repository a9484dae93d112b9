import { posix } from 'node:path';
import { type JsonValue, member } from '@treaty/json';
import type { Library } from '@treaty/schema';
import { SCHEMAS } from './sources/file-tree.ts';

/** Folder of the shared definitions. */
export const SHARED: string = `${SCHEMAS}/shared`;

const FILE = /^schemas\/shared\/([^/]+)\/([^/]+)\/schema\.json$/;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const URI = /^treaty:(shared\/[^/@]+)@(.+)$/;

/** `shared/money@1.0.0` of its file. */
export function sharedReference(file: string): string {
  const [, name, version] = FILE.exec(file) ?? [];
  return `shared/${name}@${version}`;
}

/**
 * The shared definitions as what schemas may refer to: by the path from the referring file
 * (`../../../shared/money/1.0.0/schema.json`), as `treaty:shared/money@1.0.0`, or by their `$id`. No flow's
 * version can be referred to: it would change under its readers, or could not change any more.
 */
export function libraryOf(
  files: readonly string[],
  read: (file: string) => JsonValue | undefined,
): Library {
  const withId = (id: string): string | undefined => {
    const found = files.filter((file) => member(read(file) ?? null, '$id') === id);
    // Of two that go by one name neither is meant.
    return found.length === 1 ? found[0] : undefined;
  };
  return {
    find(reference, from) {
      const [, shared, version] = URI.exec(reference) ?? [];
      if (shared === undefined && HAS_SCHEME.test(reference)) return withId(reference);
      const path =
        shared === undefined
          ? posix.join(posix.dirname(from), reference)
          : `${SCHEMAS}/${shared}/${version}/schema.json`;
      return files.includes(path) ? path : withId(reference);
    },
    valueOf: read,
    titlesOf(file) {
      const [, name = '', version = ''] = FILE.exec(file) ?? [];
      return [name, `${name}-${version}`];
    },
  };
}
