// The import that one node of a syntax tree makes, if it makes one.

import ts from 'typescript';

/**
 * @param {ts.Node} node
 * @returns {Omit<import('./read-source.js').Import, 'line'> | undefined}
 */
export function importOf(node) {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const isType = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    const bindings = clause?.namedBindings;
    if (clause?.name !== undefined || bindings === undefined || ts.isNamespaceImport(bindings)) {
      return { from: textOf(node.moduleSpecifier), names: 'all', isType };
    }
    return named(node.moduleSpecifier, bindings.elements, isType);
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const clause = node.exportClause;
    if (clause === undefined || ts.isNamespaceExport(clause)) {
      return { from: textOf(node.moduleSpecifier), names: 'all', isType: node.isTypeOnly };
    }
    return named(node.moduleSpecifier, clause.elements, node.isTypeOnly);
  }
  if (ts.isExternalModuleReference(node)) {
    return { from: textOf(node.expression), names: 'all', isType: false };
  }
  if (ts.isImportTypeNode(node)) {
    const { argument } = node;
    const from = ts.isLiteralTypeNode(argument) ? textOf(argument.literal) : undefined;
    return { from, names: 'all', isType: true };
  }
  if (ts.isCallExpression(node) && loadsModule(node.expression)) {
    return { from: textOf(node.arguments[0]), names: 'all', isType: false };
  }
  return undefined;
}

/**
 * @param {ts.Expression} specifier
 * @param {ts.NodeArray<ts.ImportSpecifier> | ts.NodeArray<ts.ExportSpecifier>} elements
 * @param {boolean} isType
 */
function named(specifier, elements, isType) {
  const kept = elements.filter((e) => !e.isTypeOnly);
  return {
    from: textOf(specifier),
    names: kept.map((e) => (e.propertyName ?? e.name).text),
    isType: isType || (elements.length > 0 && kept.length === 0),
  };
}

/** @param {ts.Node | undefined} node */
const textOf = (node) => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

/** @param {ts.Expression} callee */
const loadsModule = (callee) =>
  callee.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(callee) && callee.text === 'require');
