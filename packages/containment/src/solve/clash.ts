import { type JsonValue, typeOf } from '@treaty/json';
import type { Of } from '../read/constraint.ts';
import { assume } from './assume.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import { nodesFor } from './members.ts';
import type { Solver } from './solver.ts';

// Discriminators stand at the top of a branch, or one or two objects below it.
const DEPTH = 3;

/**
 * Whether the facts contradict each other in a way that is cheap to see: listed values that all fail, or
 * a required member that nothing can be. False says nothing.
 */
export function clash(solver: Solver, facts: Facts, depth: number = DEPTH): boolean {
  const listed = facts.holds.find((each): each is Of<'values'> => each.kind === 'values');
  if (listed) return listed.values.every((value) => isRefuted(solver, facts, value));
  if (depth === 0 || facts.types.size > 1 || !facts.types.has('object')) return false;
  const members = facts.holds.filter((each): each is Of<'members'> => each.kind === 'members');
  const names = new Set(facts.holds.flatMap((each) => (each.kind === 'required' ? each.name : [])));
  return [...names].some((name) => {
    const holds = members.flatMap((each) => nodesFor(solver.languages, each, name).certain);
    if (holds.length === 0) return false;
    const below = assume(solver.schemas, NO_FACTS, { holds, fails: [] });
    return !below || clash(solver, below, depth - 1);
  });
}

function isRefuted(solver: Solver, facts: Facts, value: JsonValue): boolean {
  const type = Number.isInteger(value) ? 'integer' : typeOf(value);
  if (!facts.types.has(type)) return true;
  const { holds, choices, fails, denied } = facts;
  const question = { holds: [...holds, ...choices], fails: [...fails, ...denied] };
  return solver.satisfies(value, question) === false;
}
