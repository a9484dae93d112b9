// The two pages that must agree with the packages: the picture of the arrows, and the reasons for dependencies.

import { withPicture } from './picture.js';

export const ARCHITECTURE = 'docs/explanation/architecture.md';
const DEPENDENCIES = 'docs/explanation/dependencies.md';

/**
 * @param {import('./check.js').Subject} subject
 * @returns {import('./check.js').Problem[]}
 */
export function checkPages({ house, places, tree }) {
  return [...checkPicture(house, places, tree), ...checkReasons(places, tree)];
}

/**
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place[]} places
 * @param {import('./tree.js').Tree} tree
 */
function* checkPicture(house, places, tree) {
  const page = tree.get(ARCHITECTURE);
  if (page === undefined || page !== withPicture(page, house, places)) {
    const message = 'does not show the arrows as they are; run node scripts/arrows.js --write';
    yield { path: ARCHITECTURE, line: 1, message };
  }
}

/**
 * Each dependency has a row, and each row a dependency.
 * @param {import('./workspace.js').Place[]} places
 * @param {import('./tree.js').Tree} tree
 */
function* checkReasons(places, tree) {
  const own = new Set(places.map((p) => p.manifest.name));
  const declared = new Map(
    places.flatMap(({ folder, manifest }) =>
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter((name) => !own.has(name))
        .map((name) => /** @type {const} */ ([name, folder])),
    ),
  );
  const lines = (tree.get(DEPENDENCIES) ?? '').split('\n');
  const rows = lines.flatMap((text, at) => {
    const name = /^\| `([^`]+)` \|/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line: at + 1 }];
  });
  for (const [name, folder] of declared) {
    if (!rows.some((r) => r.name === name)) {
      yield {
        path: DEPENDENCIES,
        line: 1,
        message: `gives no reason for ${name}, a dependency of ${folder || 'the root'}`,
      };
    }
  }
  for (const { name, line } of rows) {
    if (!declared.has(name))
      yield { path: DEPENDENCIES, line, message: `${name} is no dependency any more` };
  }
}
