// Every import goes along the arrows, through the public door of a package that the manifest names.

import { isBuiltin } from 'node:module';
import { resolve } from './workspace.js';

/**
 * @param {import('./check.js').Subject} subject
 * @returns {import('./check.js').Problem[]}
 */
export function checkImports({ house, places }) {
  const root = places.find((p) => p.folder === '');
  const packages = places.filter((p) => p.folder !== '' && p.manifest.name !== undefined);
  const problems = [];
  for (const place of places) {
    for (const file of place.files) {
      for (const { from, line } of file.source.imports) {
        const message = judge(from, { house, place, file, packages, root });
        if (message !== undefined) problems.push({ path: file.path, line, message });
      }
    }
  }
  return problems;
}

/**
 * @typedef {object} Scene
 * @property {import('./house.js').House} house
 * @property {import('./workspace.js').Place} place
 * @property {import('./workspace.js').CodeFile} file
 * @property {import('./workspace.js').Place[]} packages
 * @property {import('./workspace.js').Place | undefined} root
 *
 * @param {string | undefined} from
 * @param {Scene} scene
 * @returns {string | undefined}
 */
function judge(from, scene) {
  const { place, file, packages } = scene;
  if (from === undefined) {
    return shipped(file)
      ? 'imports a module whose name is computed, which nothing can check'
      : undefined;
  }
  if (isBuiltin(from)) return undefined;
  if (from.startsWith('.')) {
    const target = resolve(file.path, from);
    const isWithin =
      place.folder === '' ? !inSome(target, packages) : target.startsWith(`${place.folder}/`);
    return isWithin ? undefined : `${from} leaves its package; import it by its name`;
  }
  if (/^[/#]|^[a-z]+:/.test(from)) return `${from} is neither a package nor a relative path`;
  const target = packages.find(
    (p) => from === p.manifest.name || from.startsWith(`${p.manifest.name}/`),
  );
  if (target !== undefined) return judgePackage(from, target, scene);
  return judgeDependency(from, scene);
}

/**
 * @param {string} from
 * @param {import('./workspace.js').Place} target
 * @param {Scene} scene
 */
function judgePackage(from, target, { house, place, file }) {
  const room = house.rooms.find((r) => r.folder === target.folder);
  if (room !== undefined && from !== target.manifest.name) {
    return `${from} goes past the public door of ${target.manifest.name}`;
  }
  if (target === place) return `${from} is this package; use a relative path`;
  if (
    room !== undefined &&
    !allowed(house, place).has(room.name) &&
    !(file.area === 'test' && forTests(room))
  ) {
    return `no arrow leads from ${place.folder || 'the root'} to ${room.folder}`;
  }
  return undeclared(from, target.manifest.name ?? '', { place, file });
}

/**
 * @param {string} from
 * @param {Scene} scene
 */
function judgeDependency(from, { place, file, root }) {
  const name = packageName(from);
  if (!shipped(file) && root?.manifest.devDependencies?.[name] !== undefined) return undefined;
  return undeclared(from, name, { place, file });
}

/**
 * @param {string} from
 * @param {string} name
 * @param {Pick<Scene, 'place' | 'file'>} scene
 */
function undeclared(from, name, { place, file }) {
  const { dependencies, devDependencies, peerDependencies } = place.manifest;
  const declared = {
    ...(shipped(file) ? {} : devDependencies),
    ...dependencies,
    ...peerDependencies,
  };
  return declared[name] === undefined
    ? `${from} is not among the dependencies of its package.json`
    : undefined;
}

/**
 * What a place may import of the house.
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place} place
 * @returns {Set<string>}
 */
export function allowed(house, place) {
  if (place.folder.startsWith('examples/')) return new Set(house.examples);
  return house.rooms.find((r) => r.folder === place.folder)?.reach ?? new Set();
}

/**
 * The testkit: private, and there for the tests of all.
 * @param {import('./house.js').Room} room
 */
export const forTests = (room) => room.name === 'testkit';

/**
 * Whether what the file imports must be installed with the package.
 * @param {import('./workspace.js').CodeFile} file
 */
const shipped = (file) => file.area === 'src' || file.area === 'bin';

/**
 * @param {string} path
 * @param {import('./workspace.js').Place[]} packages
 */
const inSome = (path, packages) => packages.some((p) => path.startsWith(`${p.folder}/`));

/**
 * `@scope/name/deep` and `name/deep` without what follows the name.
 * @param {string} specifier
 */
const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
