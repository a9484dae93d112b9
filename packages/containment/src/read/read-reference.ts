import { isObject, member } from '@treaty/json';
import type { SchemaDocument } from '@treaty/schema';
import type { Constraint } from './constraint.ts';
import type { Reading } from './reading.ts';

/**
 * A reference is its target. A dynamic one is read where it can only mean its static target: no second
 * schema of the document offers itself under that anchor.
 */
export function readReference(
  { schemas, node, value, make }: Reading,
  keyword: string,
): Constraint {
  const document = schemas.document(node.side);
  const reference = value(keyword) as string;
  const target = document.resolve(reference, node.pointer);
  if (!target)
    return make(
      keyword,
      { kind: 'opaque', reason: `"${reference}" points to nothing in this document` },
      [],
      `lost ${node.side} ${node.pointer}`,
    );
  if (isDynamic(document, keyword, reference))
    return make(
      keyword,
      {
        kind: 'opaque',
        reason: `what "${reference}" means here depends on the path that leads here`,
      },
      [],
      `dynamic ${node.side} ${node.pointer}`,
    );
  const nodes = [schemas.node(node.side, target.pointer)];
  return make(keyword, { kind: 'all', nodes }, nodes);
}

function isDynamic(document: SchemaDocument, keyword: string, reference: string): boolean {
  if (keyword === '$ref') return false;
  const anchor = reference.slice(reference.indexOf('#') + 1);
  const offers = [...document.subschemas.values()].filter(({ schema }) =>
    keyword === '$dynamicRef'
      ? member(schema, '$dynamicAnchor') === anchor
      : isObject(schema) && schema['$recursiveAnchor'] === true,
  );
  return offers.length > 1;
}
