import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where npm and yarn put the package that the document schemas ship with, and where pnpm puts it. */
const PLACES = [
  'node_modules/@treaty/registry/documents',
  'node_modules/.pnpm/node_modules/@treaty/registry/documents',
];

/**
 * The folder of the document schemas that are installed for the registry in `root`, looked for as Node
 * looks for packages: there, or in a folder above. Relative to `root`, with forward slashes; undefined
 * where nothing is installed.
 */
export function installedSchemas(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = PLACES.map((place) => join(folder, place)).find((place) => existsSync(place));
    if (found !== undefined) return relative(root, found).replaceAll('\\', '/');
    if (folder === dirname(folder)) return undefined;
  }
}
