import type { JsonValue } from '@treaty/json';
import { readSchema } from '@treaty/schema';
import { Budget, BudgetSpent } from './budget.ts';
import { closeWriter } from './close/close-writer.ts';
import { type ContainmentOptions, DEFAULT_STEPS } from './decide.ts';
import { Schemas } from './read/schemas.ts';
import { Solver } from './solve/solver.ts';

/**
 * Whether it is proved that no value is valid under a schema (as a closed writer sends it, if `writer` says
 * so). False says nothing: there may be a value, or the proof was not found within the steps.
 */
export function isEmpty(
  schema: JsonValue,
  options: Omit<ContainmentOptions, 'seeds'> = {},
): boolean {
  const { writer = 'open', formats = 'annotate', dialect, steps = DEFAULT_STEPS } = options;
  const sent = writer === 'closed' ? closeWriter(schema, dialect) : schema;
  const read = readSchema(sent, dialect ? { dialect } : {});
  // What cannot be read has no meaning, and nothing is proved of it.
  if (read.problems.length > 0) return false;
  const schemas = new Schemas(read, readSchema(false), formats === 'assert');
  try {
    const question = { holds: [schemas.node('writer', '')], fails: [] };
    return new Solver(schemas, new Budget(steps)).solve(question).kind === 'empty';
  } catch (error) {
    if (error instanceof BudgetSpent || error instanceof RangeError) return false;
    throw error;
  }
}
