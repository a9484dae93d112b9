import type { JsonValue } from '@treaty/json';
import type { Constraint, Literal, Node, Of } from '../read/constraint.ts';
import { EMPTY, firstValue, type Outcome, type Question, unknown } from './outcome.ts';
import type { Solver } from './solver.ts';
import type { Domain } from './types.ts';

/** Something that one item has to do. */
interface Duty {
  readonly holds: readonly Literal[];
  /** The item fails what this constraint says of its position. */
  readonly breaks: Of<'items'> | undefined;
}

// Longer arrays make no readable witness.
const MAX_ITEMS = 200;

/**
 * Arrays of one domain. Positions before the longest prefix are told apart, all others are alike. Each
 * duty (an item that breaks `items`, one that `contains` asks for) is given to every position in turn.
 */
export function solveArray(solver: Solver, { holds, fails }: Domain): Outcome {
  const [least, most] = sizeOf(holds, fails);
  if (least > most) return EMPTY;
  const itemsOf = holds.filter((each): each is Of<'items'> => each.kind === 'items');
  const broken = fails.filter((each): each is Of<'items'> => each.kind === 'items');
  // That nothing is contained is said of every item; other counts of `contains` are dropped.
  const everywhere = fails.flatMap((each) =>
    each.kind === 'contains' && each.least === 1 && each.most === undefined ? [each.item] : [],
  );
  const wanted = holds.flatMap((each) =>
    each.kind === 'contains' && each.least > 0 ? [each.item] : [],
  );
  const distinct = Math.max(0, ...[...itemsOf, ...broken].map(({ prefix }) => prefix.length));
  const duties: Duty[] = [
    ...broken.map((breaks) => ({ holds: [], breaks })),
    ...wanted.map((node) => ({ holds: [node], breaks: undefined })),
  ];
  const repeats = fails.some(({ kind }) => kind === 'unique');
  const positions = distinct + Math.max(1, duties.length) + (repeats ? 1 : 0);

  const itemAt = (index: number): Question => ({
    holds: itemsOf.flatMap((each) => schemaAt(each, index) ?? []),
    fails: everywhere,
  });
  const assign = (index: number, given: ReadonlyMap<number, Question>): Outcome => {
    const duty = duties[index];
    if (!duty) return repeats ? repeated(given) : build(given);
    solver.budget.spend();
    return firstValue(range(Math.min(positions, most)), (position) => {
      const before = given.get(position) ?? { holds: [], fails: [] };
      const failing = duty.breaks && schemaAt(duty.breaks, position);
      if (duty.breaks && !failing) return EMPTY;
      const question = {
        holds: [...before.holds, ...duty.holds],
        fails: failing ? [...before.fails, failing] : before.fails,
      };
      return assign(index + 1, new Map(given).set(position, question));
    });
  };

  /** Two items are equal: one value for both of their positions. */
  const repeated = (given: ReadonlyMap<number, Question>): Outcome =>
    firstValue(range(Math.min(positions, most)), (second) =>
      firstValue(range(second), (first) => {
        const both = merged(at(first, given), at(second, given));
        const outcome = solver.solve(both);
        if (outcome.kind !== 'value') return outcome;
        return build(given, new Map([first, second].map((i) => [i, outcome.value])));
      }),
    );
  const at = (index: number, given: ReadonlyMap<number, Question>): Question =>
    merged(itemAt(index), given.get(index) ?? { holds: [], fails: [] });

  const build = (
    given: ReadonlyMap<number, Question>,
    fixed: ReadonlyMap<number, JsonValue> = new Map(),
  ): Outcome => {
    const needed = Math.max(least, ...[...given.keys(), ...fixed.keys()].map((i) => i + 1));
    if (needed > most) return EMPTY;
    const items: JsonValue[] = [];
    let doubt: Outcome | undefined;
    // Positions past the last that differs are alike: one stands for all.
    const told = Math.min(needed, positions + 1);
    for (let i = 0; i < told; i++) {
      const outcome: Outcome = fixed.has(i)
        ? { kind: 'value', value: fixed.get(i) as JsonValue, sure: true }
        : solver.solve(at(i, given));
      if (outcome.kind === 'empty') return EMPTY;
      if (outcome.kind === 'unknown') doubt ??= outcome;
      else items.push(outcome.value);
    }
    if (doubt) return doubt;
    if (needed > MAX_ITEMS)
      return unknown('arrays this long are not searched', fails[0] ?? holds[0]);
    while (items.length < needed) items.push(items[told - 1] as JsonValue);
    const unique = holds.some(({ kind }) => kind === 'unique');
    return { kind: 'value', value: unique ? varied(solver, items, itemAt) : items, sure: false };
  };
  return assign(0, new Map());
}

function sizeOf(holds: readonly Constraint[], fails: readonly Constraint[]): [number, number] {
  let least = fails.some(({ kind }) => kind === 'unique') ? 2 : 0;
  let most = Number.POSITIVE_INFINITY;
  for (const each of holds) {
    if (each.kind !== 'size') continue;
    if (each.bound === 'least') least = Math.max(least, each.count);
    else most = Math.min(most, each.count);
  }
  for (const each of fails) {
    if (each.kind !== 'size') continue;
    if (each.bound === 'least') most = Math.min(most, each.count - 1);
    else least = Math.max(least, each.count + 1);
  }
  return [least, most];
}

/** Tries to make equal items differ; whether that succeeded is left to evaluation. */
function varied(
  solver: Solver,
  items: readonly JsonValue[],
  itemAt: (index: number) => Question,
): JsonValue[] {
  const result: JsonValue[] = [];
  for (const [i, item] of items.entries()) {
    const others = values(solver, result);
    const question = itemAt(i);
    const other =
      solver.satisfies(item, { holds: [], fails: others }) === true
        ? undefined
        : solver.solve({ ...question, fails: [...question.fails, ...others] });
    result.push(other?.kind === 'value' ? other.value : item);
  }
  return result;
}

function values(solver: Solver, list: readonly JsonValue[]): Literal[] {
  return list.length === 0 ? [] : [solver.oneOf(list)];
}

function schemaAt({ prefix, rest }: Of<'items'>, index: number): Node | undefined {
  return prefix[index] ?? rest;
}

function merged(a: Question, b: Question): Question {
  return { holds: [...a.holds, ...b.holds], fails: [...a.fails, ...b.fails] };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
