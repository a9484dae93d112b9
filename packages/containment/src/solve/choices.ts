import type { Choice, Conjunction, Literal, Node } from '../read/constraint.ts';
import type { Schemas } from '../read/schemas.ts';
import { absent } from './facts.ts';
import type { Question } from './outcome.ts';

const NONE: readonly Literal[] = [];

/** The ways in which a disjunction can hold. Together they cover every value under which it does. */
export function waysToHold(schemas: Schemas, choice: Choice): Question[] {
  switch (choice.kind) {
    case 'any':
      return choice.nodes.map((node) => ({ holds: [node], fails: NONE }));
    case 'one':
      return choice.nodes.map((node) => ({
        holds: [node],
        fails: choice.nodes.filter((other) => other !== node),
      }));
    case 'if':
      return [
        { holds: defined(choice.test, choice.then), fails: NONE },
        { holds: defined(choice.otherwise), fails: [choice.test] },
      ];
    case 'if-present':
      return [
        { holds: [choice.then], fails: NONE },
        { holds: [absent(schemas, choice, choice.name)], fails: NONE },
      ];
  }
}

/** The ways in which a conjunction can fail. */
export function waysToFail(schemas: Schemas, denied: Conjunction): Question[] {
  const failing = (literal: Literal): Question => ({ holds: NONE, fails: [literal] });
  switch (denied.kind) {
    case 'node':
      return schemas.constraints(denied).map(failing);
    case 'all':
      return denied.nodes.map(failing);
    case 'one':
      return [{ holds: NONE, fails: denied.nodes }, ...pairs(denied.nodes)];
    case 'if':
      return [
        ...(denied.then ? [{ holds: [denied.test], fails: [denied.then] }] : []),
        ...(denied.otherwise ? [{ holds: NONE, fails: [denied.test, denied.otherwise] }] : []),
      ];
  }
}

function pairs(nodes: readonly Node[]): Question[] {
  return nodes.flatMap((a, i) => nodes.slice(i + 1).map((b) => ({ holds: [a, b], fails: NONE })));
}

function defined(...nodes: readonly (Node | undefined)[]): Node[] {
  return nodes.filter((node) => node !== undefined);
}
