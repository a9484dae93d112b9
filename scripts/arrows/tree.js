// The text of every file that the check reads: code, manifests, projects, and the two pages that it guards.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Nobody's source: installed, built, or cases that a test reads as data.
const PASSED_OVER = new Set(['node_modules', 'dist', 'coverage', '.git']);
const CASES = /\/test\/(?:broken|cases|fixtures|golden)\//;
const READ = /\.[cm]?[jt]sx?$|(?:^|\/)(?:package|tsconfig)\.json$|^docs\/explanation\/[^/]+\.md$/;

/** @typedef {Map<string, string>} Tree Path from the root, with forward slashes → text with \n line ends. */

/**
 * @param {string} root
 * @returns {Tree} In the order of the paths.
 */
export function readTree(root) {
  /** @type {Tree} */
  const tree = new Map();
  /** @param {string} folder */
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (PASSED_OVER.has(entry.name)) continue;
      const path = folder + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (READ.test(path) && !CASES.test(path)) {
        tree.set(path, readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n'));
      }
    }
  };
  walk('');
  return tree;
}

/** @param {string} path */
export const isCode = (path) => /\.[cm]?[jt]sx?$/.test(path);
