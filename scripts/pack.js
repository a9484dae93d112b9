// Packs every package that is published into a folder, as it would go to the registry.
//   node scripts/pack.js <folder>     after a build; prints the paths of the tarballs
// Installed together, the tarballs resolve each other: none of the house is asked of the registry.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { npmScript } from './npm-script.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder */
const manifestOf = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/**
 * pnpm as arguments for Node: the one that runs this, or else the one that package.json names.
 * @returns {string[]}
 */
function pnpm() {
  const running = env['npm_execpath'] ?? '';
  if (/pnpm\.[cm]?js$/.test(running)) return [running];
  return [npmScript('npx'), '--yes', manifestOf('.').packageManager];
}

/** @returns {string[]} Folders of the packages that are published. */
function published() {
  const folders = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
  return [...folders, 'cli'].filter(
    (folder) =>
      existsSync(join(root, folder, 'package.json')) && manifestOf(folder).private !== true,
  );
}

/** @param {string} folder */
function pack(folder) {
  const filters = published().map((one) => `--filter=./${one}`);
  const args = ['--recursive', ...filters, 'pack', '--pack-destination', resolve(folder)];
  mkdirSync(folder, { recursive: true });
  const { status, stdout, stderr } = spawnSync(execPath, [...pnpm(), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`pnpm pack failed:\n${stdout}${stderr}`);
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (tarballs.length !== filters.length)
    throw new Error(`${filters.length} packages, but ${tarballs.length} tarballs in ${folder}`);
  return tarballs.map((name) => join(resolve(folder), name));
}

const [folder, ...surplus] = process.argv.slice(2);
if (folder === undefined || surplus.length > 0) {
  console.error('usage: node scripts/pack.js <folder>');
  process.exitCode = 2;
} else {
  for (const path of pack(folder)) console.log(path);
}
