// The globals that a file uses: what it reaches without importing it.

import ts from 'typescript';

/**
 * Names that the file declares itself, a parameter called `process` say.
 * @param {ts.SourceFile} file
 */
export function declaredNames(file) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    const { name } = /** @type {{ name?: ts.Node }} */ (node);
    if (name && ts.isIdentifier(name) && declares(node)) names.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** @param {ts.Node} node */
const declares = (node) =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isImportSpecifier(node) ||
  ts.isImportClause(node) ||
  ts.isNamespaceImport(node);

/**
 * The global that an expression uses: `fetch`, `Date.now`, and `Date()` for today's date (`new Date(x)` only computes).
 * @param {ts.Node} node
 * @param {Set<string>} declared
 */
export function globalOf(node, declared) {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const called = nameOf(node.expression, declared);
    const isToday = ts.isCallExpression(node) || (node.arguments?.length ?? 0) === 0;
    return called === 'Date' && isToday ? 'Date()' : undefined;
  }
  return isExpression(node) ? nameOf(node, declared) : undefined;
}

/**
 * `a`, `a.b` and `a['b']`, with `globalThis.` taken off.
 * @param {ts.Node} node
 * @param {Set<string>} declared
 * @returns {string | undefined}
 */
function nameOf(node, declared) {
  if (ts.isIdentifier(node)) return declared.has(node.text) ? undefined : node.text;
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const member = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : literalOf(node.argumentExpression);
  const owner = nameOf(node.expression, declared);
  if (owner === undefined || member === undefined) return undefined;
  return owner === 'globalThis' ? member : `${owner}.${member}`;
}

/**
 * Whether a node is used as a value: neither a type, nor the name of a property or a declaration.
 * @param {ts.Node} node
 */
function isExpression(node) {
  if (!ts.isIdentifier(node))
    return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  const parent = node.parent;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const { name, propertyName } = /** @type {{ name?: ts.Node, propertyName?: ts.Node }} */ (parent);
  return name !== node && propertyName !== node;
}

/** @param {ts.Node} node */
const literalOf = (node) => (ts.isStringLiteralLike(node) ? node.text : undefined);
