// `tsc -b` leaves the outputs of deleted sources in dist/, where an import would still find them.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const OUTPUT = /(?:\.d\.ts|\.js)(?:\.map)?$/;

/**
 * Removes the outputs in a package whose sources are gone, and the record of a build whose outputs are gone, which
 * would keep `tsc -b` from building again.
 * @param {string} folder A package, with src/ and dist/.
 * @returns {string[]} Paths of what was removed.
 */
export function removeStaleOutputs(folder) {
  const record = join(folder, 'tsconfig.tsbuildinfo');
  const dist = join(folder, 'dist');
  const stale = existsSync(dist)
    ? outputsWithoutSource(folder)
    : [record].filter((p) => existsSync(p));
  for (const path of stale) rmSync(path);
  return stale;
}

/** @param {string} folder */
function outputsWithoutSource(folder) {
  const dist = join(folder, 'dist');
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => OUTPUT.test(path))
    .filter((path) => !existsSync(join(folder, 'src', path.replace(OUTPUT, '.ts'))))
    .map((path) => join(dist, path));
}
