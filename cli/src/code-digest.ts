import { existsSync, readdirSync, statSync } from 'node:fs';
import { version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { ownVersion } from './version.ts';

/**
 * What tells this code from any other that might have kept results. Published packages are told by their
 * version, since they ask for each other exactly; where Treaty is built beside this file, by its last builds.
 */
export function codeDigest(): string {
  const packages = fileURLToPath(new URL('../../packages/', import.meta.url));
  const builds = existsSync(packages)
    ? readdirSync(packages).map((name) => {
        const build = `${packages}${name}/tsconfig.tsbuildinfo`;
        return statSync(build, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      })
    : [];
  return JSON.stringify([ownVersion(), version, builds]);
}
