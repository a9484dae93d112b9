import type { Pointer } from '@treaty/json';
import type { SchemaDocument } from './document.ts';
import { inPlaceOf } from './in-place.ts';
import type { SchemaProblem } from './problem.ts';

/**
 * The schemas from which a chain of in-place applicators comes back to itself: evaluating them would
 * never end, since no step goes into the value. Depth-first search without recursion.
 */
export function circularReferences(document: Omit<SchemaDocument, 'problems'>): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const finished = new Set<Pointer>();
  const open = new Set<Pointer>();
  for (const start of document.subschemas.keys()) {
    const path: { pointer: Pointer; rest: Pointer[] }[] = [];
    const enter = (pointer: Pointer): void => {
      open.add(pointer);
      path.push({
        pointer,
        rest: inPlaceOf(document, pointer)
          .map((step) => step.pointer)
          .reverse(),
      });
    };
    if (!finished.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        path.pop();
        open.delete(top.pointer);
        finished.add(top.pointer);
      } else if (open.has(next)) {
        problems.push({
          kind: 'reference-circular',
          pointer: top.pointer,
          message: `this schema leads back to "#${next}" without going into the value`,
        });
      } else if (!finished.has(next)) enter(next);
    }
  }
  return problems;
}
