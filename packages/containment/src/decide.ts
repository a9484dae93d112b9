import { canonical, type JsonValue } from '@treaty/json';
import { type Dialect, readSchema, type SchemaDocument, type SchemaProblem } from '@treaty/schema';
import { Budget, BudgetSpent } from './budget.ts';
import { closeWriter } from './close/close-writer.ts';
import { callJury, type Opinion } from './judges/jury.ts';
import type { Constraint } from './read/constraint.ts';
import { Schemas } from './read/schemas.ts';
import type { Outcome } from './solve/outcome.ts';
import { Solver } from './solve/solver.ts';
import type { Obstacle, Side, Verdict } from './verdict.ts';
import { hunt } from './witness/confirm.ts';

export interface ContainmentOptions {
  /** `closed`: the writer sends only what its schema declares ({@link closeWriter}). Default `open`. */
  readonly writer?: 'open' | 'closed';
  /** Whether `format` asserts. Default `annotate`, as the specification has it. */
  readonly formats?: 'assert' | 'annotate';
  /** What a schema without `$schema` is read as. Default 2020-12. */
  readonly dialect?: Dialect;
  /** Real payloads of the writer, which witnesses are made from where that is possible. */
  readonly seeds?: readonly JsonValue[];
  /** Work that may be done before the answer is `undecided`. Default {@link DEFAULT_STEPS}. */
  readonly steps?: number;
}

/** About two seconds on a laptop of 2024; most questions need a few hundred. */
export const DEFAULT_STEPS = 200_000;

/** What cannot be given a meaning at all, as opposed to what is only not understood. */
const MEANINGLESS: readonly SchemaProblem['kind'][] = [
  'reference-circular',
  'dialect-unknown',
  'not-a-schema',
  'keyword-malformed',
  'too-deep',
  'too-large',
];

/**
 * Is every value that is valid under `writer` valid under `reader`?
 *
 * 1. `contained` is a proof; it never follows from not having found a witness.
 * 2. `not-contained` carries a witness that Ajv and Hyperjump both accept under the writer's schema and
 *    both reject under the reader's.
 * 3. Anything else is `undecided`, with a reason and, where known, keyword and place.
 * 4. The verdict depends on the arguments alone: work is counted in steps, not in time.
 * 5. No schema makes it throw.
 */
export async function decide(
  writer: JsonValue,
  reader: JsonValue,
  options: ContainmentOptions = {},
): Promise<Verdict> {
  try {
    return await decideWithin(writer, reader, options);
  } catch (error) {
    if (error instanceof BudgetSpent)
      return { verdict: 'undecided', reason: 'the question needs more steps than were allowed' };
    // The stack ends before the depth limit of documents does, if the engine is that deep itself.
    if (error instanceof RangeError)
      return { verdict: 'undecided', reason: 'the schemas are nested too deeply' };
    throw error;
  }
}

async function decideWithin(
  writer: JsonValue,
  reader: JsonValue,
  options: ContainmentOptions,
): Promise<Verdict> {
  const { formats = 'annotate', dialect, seeds = [], steps = DEFAULT_STEPS } = options;
  const read = (schema: JsonValue): SchemaDocument =>
    readSchema(schema, dialect ? { dialect } : {});
  const plain = { writer: read(writer), reader: read(reader) };
  for (const side of ['writer', 'reader'] as const) {
    const problem = plain[side].problems.find(({ kind }) => MEANINGLESS.includes(kind));
    if (problem) return { verdict: 'undecided', ...obstacleOf(side, problem) };
  }
  const documents = {
    ...plain,
    writer: options.writer === 'closed' ? read(closeWriter(writer, dialect)) : plain.writer,
  };
  const isSameText = canonical(writer) === canonical(reader);
  if (isSameText && documents.writer.dialect === documents.reader.dialect)
    return { verdict: 'contained' };

  const assertFormats = formats === 'assert';
  const schemas = new Schemas(documents.writer, documents.reader, assertFormats);
  const solver = new Solver(schemas, new Budget(steps));
  const root = (side: Side) => schemas.node(side, '');
  const outcome = attempt(() => solver.solve({ holds: [root('writer')], fails: [root('reader')] }));
  if (outcome.kind === 'empty') return { verdict: 'contained' };

  const jury = await callJury(documents.writer, documents.reader, assertFormats);
  if ('reason' in jury) return { verdict: 'undecided', ...jury };
  const sent = attempt(() => solver.solve({ holds: [root('writer')], fails: [] }));
  const values = (each: Outcome): JsonValue[] => (each.kind === 'value' ? [each.value] : []);
  const result = hunt({
    jury,
    ...documents,
    candidates: [...values(outcome), ...seeds],
    seeds: [...seeds, ...values(sent)],
    tries: Math.floor(steps / 20),
  });
  if ('verdict' in result) return result;
  const obstacle = outcome.kind === 'unknown' ? outcome.obstacle : unread(solver.evaluator.unread);
  return { verdict: 'undecided', ...(obstacle ?? result) };
}

/** The constraint that left it open whether a value is a witness. */
function unread(constraint: Constraint | undefined): Obstacle | undefined {
  if (!constraint) return undefined;
  const { keyword, node } = constraint;
  const at = { side: node.side, pointer: node.pointer };
  return { reason: reasonOf(constraint), keyword, at };
}

function reasonOf(constraint: Constraint): string {
  if (constraint.kind === 'opaque') return constraint.reason;
  return constraint.kind === 'pattern'
    ? 'the pattern is more than a finite automaton can tell'
    : 'the format is only known to equal itself';
}

/**
 * What both validators say about one value: a fresh judgement, for verdicts that come from elsewhere (a
 * file, an earlier run). Undefined where a validator cannot read the schemas.
 */
export async function judge(
  writer: JsonValue,
  reader: JsonValue,
  witness: JsonValue,
  options: Pick<ContainmentOptions, 'writer' | 'formats' | 'dialect'> = {},
): Promise<Opinion | undefined> {
  const { formats = 'annotate', dialect } = options;
  const read = (schema: JsonValue): SchemaDocument =>
    readSchema(schema, dialect ? { dialect } : {});
  const sent = options.writer === 'closed' ? closeWriter(writer, dialect) : writer;
  const jury = await callJury(read(sent), read(reader), formats === 'assert');
  return 'reason' in jury ? undefined : jury.opinion(witness);
}

/** When the budget is spent, there may still be a witness that is easily found. */
function attempt(solve: () => Outcome): Outcome {
  try {
    return solve();
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    const reason = 'the question needs more steps than were allowed';
    return { kind: 'unknown', obstacle: { reason } };
  }
}

function obstacleOf(side: Side, { pointer, message }: SchemaProblem): Obstacle {
  const keyword = pointer.slice(pointer.lastIndexOf('/') + 1);
  const at = { side, pointer };
  return keyword === '' ? { reason: message, at } : { reason: message, keyword, at };
}
