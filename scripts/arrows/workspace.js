// The tree as packages: which file belongs to which, and what its manifest says.

import ts from 'typescript';
import { readSource } from './read-source.js';
import { isCode } from './tree.js';

/**
 * @typedef {object} Manifest
 * @property {string} [name]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {object} Place A folder with a package.json: a package, the cli, an example, or the root (folder "").
 * @property {string} folder
 * @property {Manifest} manifest
 * @property {string[] | undefined} references Folders that its tsconfig.json refers to; undefined without one.
 * @property {CodeFile[]} files
 *
 * @typedef {object} CodeFile
 * @property {string} path
 * @property {string} area Its first folder within the place: src, bin, test, scripts, or "" for none.
 * @property {import('./read-source.js').Source} source
 */

/**
 * @param {import('./tree.js').Tree} tree
 * @returns {Place[]} The root last.
 */
export function readWorkspace(tree) {
  const places = [...tree.keys()]
    .filter((path) => path === 'package.json' || path.endsWith('/package.json'))
    .map((path) => readPlace(path, tree))
    .sort((a, b) => depth(b.folder) - depth(a.folder));
  for (const [path, text] of tree) {
    if (!isCode(path)) continue;
    const place = places.find((p) => p.folder === '' || path.startsWith(`${p.folder}/`));
    const within = path.slice(place?.folder ? place.folder.length + 1 : 0).split('/');
    const area = within.length > 1 ? (within[0] ?? '') : '';
    place?.files.push({ path, area, source: readSource(path, text) });
  }
  return places;
}

/** @param {string} folder */
const depth = (folder) => (folder === '' ? 0 : folder.split('/').length);

/**
 * @param {string} path
 * @param {import('./tree.js').Tree} tree
 * @returns {Place}
 */
function readPlace(path, tree) {
  const folder = path === 'package.json' ? '' : path.slice(0, -'/package.json'.length);
  const project = folder === '' ? 'tsconfig.json' : `${folder}/tsconfig.json`;
  const manifest = JSON.parse(tree.get(path) ?? '');
  return { folder, manifest, references: readReferences(project, tree.get(project)), files: [] };
}

/**
 * @param {string} path
 * @param {string | undefined} text
 */
function readReferences(path, text) {
  if (text === undefined) return undefined;
  const { config, error } = ts.parseConfigFileTextToJson(path, text);
  if (error !== undefined)
    throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`);
  /** @type {{ path?: string }[]} */
  const references = config.references ?? [];
  return references.map((r) => (r.path === undefined ? '' : resolve(path, r.path)));
}

/**
 * The path that a relative specifier in a file names, from the root of the workspace; it may start with "..".
 * @param {string} from Path of the file.
 * @param {string} specifier
 */
export function resolve(from, specifier) {
  /** @type {string[]} */
  const path = [];
  for (const step of [...from.split('/').slice(0, -1), ...specifier.split('/')]) {
    if (step === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
