// The packages that are published, and packing them as they would go to npm.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { readHouse } from './arrows/house.js';
import { npmScript } from './npm-script.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Published
 * @property {string} folder Absolute.
 * @property {string} name
 * @property {string} version
 */

/** @returns {Published[]} Each after those that it asks for. */
export function publishedPackages() {
  const { rooms } = readHouse(readFileSync(new URL('arrows.json', import.meta.url), 'utf8'));
  return rooms
    .map(({ folder }) => join(root, folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: manifestOf(folder) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest: { name, version } }) => ({ folder, name, version }));
}

/**
 * Needs the build. Installed together, the tarballs resolve each other: none of the house is asked of npm.
 * @param {string} destination
 * @returns {(Published & { tarball: string })[]} In the order of the packages, with absolute paths.
 */
export function packPackages(destination) {
  const packages = publishedPackages();
  const filters = packages.map(({ name }) => `--filter=${name}`);
  const args = ['--recursive', ...filters, 'pack', '--pack-destination', resolve(destination)];
  mkdirSync(destination, { recursive: true });
  const { status, stdout, stderr } = spawnSync(execPath, [...pnpm(), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`pnpm pack failed:\n${stdout}${stderr}`);
  const packed = packages.map((one) => {
    const file = `${one.name.replace('@', '').replace('/', '-')}-${one.version}.tgz`;
    return { ...one, tarball: join(resolve(destination), file) };
  });
  const missing = packed.filter(({ tarball }) => !existsSync(tarball)).map(({ name }) => name);
  if (missing.length > 0 || packed.length === 0)
    throw new Error(`pnpm pack wrote nothing for ${missing.join(', ') || 'any package'}`);
  return packed;
}

/** @param {string} folder */
const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * pnpm as arguments for Node: the one that runs this, or else the one that package.json names.
 * @returns {string[]}
 */
function pnpm() {
  const running = env['npm_execpath'] ?? '';
  if (/pnpm\.[cm]?js$/.test(running)) return [running];
  return [npmScript('npx'), '--yes', manifestOf(root).packageManager];
}
