import type { JsonValue } from '@treaty/json';
import type { Constraint, Literal, Node, Of } from '../read/constraint.ts';
import { type Applied, nodesFor, nodesForPatterns } from './members.ts';
import { EMPTY, type Outcome, type Question } from './outcome.ts';
import type { Solver } from './solver.ts';

/** Member names that are alike to every constraint of a question. */
export interface Cell {
  /** The one name of the cell; undefined for the names that are not mentioned and match the same patterns. */
  readonly literal: string | undefined;
  /** What is asked of the value of such a member. */
  readonly value: Question;
  /** The schemas that a members constraint may apply to it. */
  nodesOf(members: Of<'members'>): readonly Node[];
  /** A name of the cell that answers the question as well and is not used yet. */
  name(question: Question, used: readonly string[]): Outcome;
}

// Each pattern doubles the cells.
const MAX_PATTERNS = 6;

/** The cells of a question about objects, or undefined where there are too many. */
export function cellsOf(
  solver: Solver,
  holds: readonly Constraint[],
  fails: readonly Constraint[],
  required: ReadonlySet<string>,
  missing: ReadonlySet<string>,
): readonly Cell[] | undefined {
  const all = [...holds, ...fails].filter((each): each is Of<'members'> => each.kind === 'members');
  const held = holds.filter((each): each is Of<'members'> => each.kind === 'members');
  const names = holds.flatMap((each) => (each.kind === 'names' ? each.each : []));
  const mentioned = new Set([...all.flatMap(({ named }) => [...named.keys()]), ...required]);
  const sources = [...new Set(all.flatMap(({ patterns }) => patterns.map(([source]) => source)))];
  const unread = new Set(sources.filter((source) => !solver.languages.pattern(source)));
  const read = sources.filter((source) => !unread.has(source));
  if (read.length > MAX_PATTERNS) return undefined;

  const cell = (
    literal: string | undefined,
    of: (members: Of<'members'>) => Applied,
    name: Cell['name'],
  ): Cell => ({
    literal,
    get value() {
      return { holds: held.flatMap((each) => of(each).certain), fails: [] };
    },
    nodesOf: (members) => {
      const { certain, possible } = of(members);
      return [...certain, ...possible];
    },
    name,
  });

  const literals = [...mentioned]
    .filter((name) => !missing.has(name))
    .map((name) =>
      cell(
        name,
        (members) => nodesFor(solver.languages, members, name),
        (question) => named(solver, name, { ...question, holds: [...names, ...question.holds] }),
      ),
    );
  const others = subsets(read).map((matching) => {
    const denied = read.filter((source) => !matching.has(source));
    const taken = [...mentioned, ...missing];
    return cell(
      undefined,
      (members) => nodesForPatterns(members, matching, unread),
      ({ holds: alsoHolds, fails: alsoFails }, used) =>
        solver.solve({
          holds: [solver.text, ...names, ...[...matching].map(solver.pattern), ...alsoHolds],
          fails: [
            ...denied.map(solver.pattern),
            ...avoid(solver, [...taken, ...used]),
            ...alsoFails,
          ],
        }),
    );
  });
  return [...literals, ...others];
}

function named(solver: Solver, name: string, question: Question): Outcome {
  return solver.satisfies(name, question) === false
    ? EMPTY
    : { kind: 'value', value: name, sure: false };
}

function avoid(solver: Solver, names: readonly JsonValue[]): Literal[] {
  return names.length > 0 ? [solver.oneOf([...new Set(names)])] : [];
}

function subsets(sources: readonly string[]): ReadonlySet<string>[] {
  return Array.from(
    { length: 2 ** sources.length },
    (_, bits) => new Set(sources.filter((_, i) => (bits >> i) % 2 === 1)),
  );
}
