// All that the check of the arrows looks at, in one value, and how much that was.

import { checkEdges } from './check-edges.js';
import { checkFiles } from './check-files.js';
import { checkImports } from './check-imports.js';
import { checkManifests } from './check-manifests.js';
import { checkPages } from './check-pages.js';
import { isCode } from './tree.js';
import { readWorkspace } from './workspace.js';

/**
 * @typedef {object} Problem
 * @property {string} path
 * @property {number} line
 * @property {string} message
 *
 * @typedef {object} Subject
 * @property {import('./house.js').House} house
 * @property {import('./workspace.js').Place[]} places
 * @property {import('./tree.js').Tree} tree
 *
 * @typedef {object} Counts What was looked at.
 * @property {number} packages
 * @property {number} files
 * @property {number} imports
 */

/**
 * @param {import('./house.js').House} house
 * @param {import('./tree.js').Tree} tree
 * @returns {{ problems: Problem[], counts: Counts }} Problems in the order of path and line.
 */
export function check(house, tree) {
  const places = readWorkspace(tree);
  const subject = { house, places, tree };
  const counts = count(places);
  const problems = [
    ...checkCounts(counts, tree),
    ...checkFiles(subject),
    ...checkImports(subject),
    ...checkEdges(subject),
    ...checkManifests(subject),
    ...checkPages(subject),
  ];
  problems.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return { problems, counts };
}

/** @param {import('./workspace.js').Place[]} places */
function count(places) {
  const files = places.flatMap((p) => p.files);
  return {
    packages: places.filter((p) => p.folder !== '').length,
    files: files.length,
    imports: files.reduce((sum, f) => sum + f.source.imports.length, 0),
  };
}

/**
 * A check that looked at nothing, or not at everything, has shown nothing.
 * @param {Counts} counts
 * @param {import('./tree.js').Tree} tree
 */
function* checkCounts(counts, tree) {
  for (const [what, number] of Object.entries(counts)) {
    if (number === 0) yield { path: '.', line: 1, message: `looked at no ${what}` };
  }
  const existing = [...tree.keys()].filter(isCode).length;
  if (counts.files !== existing) {
    yield { path: '.', line: 1, message: `looked at ${counts.files} of ${existing} files` };
  }
}
