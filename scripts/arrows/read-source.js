// What one source file imports, and which globals it uses, read from its syntax tree.

import ts from 'typescript';
import { declaredNames, globalOf } from './global-of.js';
import { importOf } from './import-of.js';

/**
 * @typedef {object} Import
 * @property {string | undefined} from Undefined where the module is computed, and so cannot be read.
 * @property {'all' | string[]} names What it takes; "all" for a namespace, a default, or an import for its effect.
 * @property {boolean} isType Erased when compiled.
 * @property {number} line
 *
 * @typedef {object} Use A global, as arrows.json names it: `process`, `Date.now`, `Date()`.
 * @property {string} global
 * @property {number} line
 *
 * @typedef {object} Source
 * @property {Import[]} imports
 * @property {Use[]} uses
 * @property {number[]} stars Lines that export everything of another file.
 * @property {number[]} statements Lines of top-level statements that are no lists of exported names.
 * @property {number} lines
 * @property {{ message: string, line: number }[]} errors
 */

/**
 * @param {string} path
 * @param {string} text
 * @returns {Source}
 */
export function readSource(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @param {ts.Node} node */
  const lineOf = (node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  /** @type {Source} */
  const source = {
    imports: [],
    uses: [],
    stars: [],
    statements: file.statements.filter((s) => !ts.isExportDeclaration(s)).map(lineOf),
    lines: text.replace(/\n$/, '').split('\n').length,
    // A file that does not parse may hide its imports.
    errors: syntaxErrors(file),
  };
  const declared = declaredNames(file);
  /** @param {ts.Node} node */
  const visit = (node) => {
    const line = lineOf(node);
    const taken = importOf(node);
    if (taken !== undefined) source.imports.push({ ...taken, line });
    if (ts.isExportDeclaration(node) && isStar(node)) source.stars.push(line);
    const global = globalOf(node, declared);
    if (global !== undefined) source.uses.push({ global, line });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return source;
}

/** @param {ts.ExportDeclaration} node */
const isStar = (node) => node.exportClause === undefined || ts.isNamespaceExport(node.exportClause);

/** @param {ts.SourceFile} file */
function syntaxErrors(file) {
  // Kept by the parser, though not in its declared type.
  const found = /** @type {{ parseDiagnostics?: ts.DiagnosticWithLocation[] }} */ (
    /** @type {unknown} */ (file)
  ).parseDiagnostics;
  if (found === undefined) throw new Error('this version of TypeScript keeps no syntax errors');
  return found.map(({ messageText, start }) => ({
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
    line: file.getLineAndCharacterOfPosition(start).line + 1,
  }));
}
