// A package.json asks for exact versions along the arrows, and tsconfig.json refers to the same packages.

import { allowed, forTests } from './check-imports.js';

const EXACT = /^(?:workspace:\*|catalog:|\d+\.\d+\.\d+(?:-[\w.]+)?)$/;

/**
 * @param {import('./check.js').Subject} subject
 * @returns {import('./check.js').Problem[]}
 */
export function checkManifests({ house, places }) {
  const problems = [];
  for (const place of places) {
    const path = place.folder === '' ? 'package.json' : `${place.folder}/package.json`;
    for (const message of [...versions(place), ...workspace(house, place, places)]) {
      problems.push({ path, line: 1, message });
    }
    for (const message of references(house, place, places)) {
      problems.push({ path: path.replace('package.json', 'tsconfig.json'), line: 1, message });
    }
  }
  return problems;
}

/** @param {import('./workspace.js').Place} place */
function* versions({ manifest: { dependencies, devDependencies, optionalDependencies } }) {
  const declared = { ...dependencies, ...devDependencies, ...optionalDependencies };
  for (const [name, version] of Object.entries(declared)) {
    if (!EXACT.test(version))
      yield `${name} is at ${version}; versions are exact, and best from the catalog`;
  }
}

/**
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place} place
 * @param {import('./workspace.js').Place[]} places
 */
function* workspace(house, place, places) {
  const room = house.rooms.find((r) => r.folder === place.folder);
  const { dependencies, devDependencies } = place.manifest;
  for (const [name, isForTests] of [
    ...Object.keys(dependencies ?? {}).map((n) => /** @type {const} */ ([n, false])),
    ...Object.keys(devDependencies ?? {}).map((n) => /** @type {const} */ ([n, true])),
  ]) {
    const target = roomOf(name, house, places);
    if (
      target !== undefined &&
      !allowed(house, place).has(target.name) &&
      !(isForTests && forTests(target))
    ) {
      yield `no arrow leads from ${place.folder || 'the root'} to ${target.folder}`;
    }
    if (room?.standsAlone && !isForTests)
      yield `${room.name} has no dependencies, and ${name} is one`;
  }
  const withheld = room && house.withheld.get(room.name);
  if (withheld !== undefined && everything(place, places).has(withheld)) {
    yield `${withheld} is withheld from ${room?.name}, and comes through another package`;
  }
}

/**
 * @param {string} name
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place[]} places
 */
const roomOf = (name, house, places) =>
  house.rooms.find((r) => places.some((p) => p.folder === r.folder && p.manifest.name === name));

/**
 * Folders' last names of all packages that are installed with a package.
 * @param {import('./workspace.js').Place} place
 * @param {import('./workspace.js').Place[]} places
 * @returns {Set<string>}
 */
function everything(place, places) {
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = [place];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of Object.keys(next.manifest.dependencies ?? {})) {
      const target = places.find((p) => p.manifest.name === name);
      const last = target?.folder.split('/').at(-1);
      if (target === undefined || last === undefined || found.has(last)) continue;
      found.add(last);
      waiting.push(target);
    }
  }
  return found;
}

/**
 * `tsc -b` builds in the order of the references, so that a missing one breaks only the first build.
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place} place
 * @param {import('./workspace.js').Place[]} places
 */
function* references(house, place, places) {
  if (place.references === undefined || place.folder.startsWith('examples/')) return;
  const needed =
    place.folder === ''
      ? house.rooms
          .map((r) => r.folder)
          .filter((f) => places.some((p) => p.folder === f && p.references))
      : places
          .filter((p) => p.manifest.name && place.manifest.dependencies?.[p.manifest.name])
          .map((p) => p.folder);
  for (const folder of needed) {
    if (!place.references.includes(folder))
      yield `refers to no ${folder}, which it needs built first`;
  }
  for (const folder of place.references) {
    if (folder === '') yield 'has a reference without a path';
    else if (place.folder !== '' && !needed.includes(folder))
      yield `refers to ${folder}, on which it does not depend`;
    else if (!places.some((p) => p.folder === folder))
      yield `refers to ${folder}, which does not exist`;
  }
}
