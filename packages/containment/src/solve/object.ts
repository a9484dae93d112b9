import type { JsonValue } from '@treaty/json';
import type { Constraint, Of } from '../read/constraint.ts';
import { type Cell, cellsOf } from './cells.ts';
import { EMPTY, firstValue, type Outcome, type Question, unknown } from './outcome.ts';
import type { Solver } from './solver.ts';
import type { Domain } from './types.ts';

/** A member that has to be there, and what its name and value have to do besides what its cell says. */
interface Duty {
  readonly cell: Cell;
  readonly name: Question;
  readonly value: Question;
}

const NOTHING: Question = { holds: [], fails: [] };

/**
 * Objects of one domain. Member names fall into cells: every name that is mentioned, and the other names
 * by the patterns that they match. Each thing that has to fail (a member that breaks `properties`, a
 * name that breaks `propertyNames`) is tried in every cell.
 */
export function solveObject(solver: Solver, { holds, fails }: Domain): Outcome {
  const [least, most] = countOf(holds, fails);
  const required = new Set(holds.flatMap((each) => (each.kind === 'required' ? each.name : [])));
  const missing = new Set(fails.flatMap((each) => (each.kind === 'required' ? each.name : [])));
  if (least > most || required.size > most) return EMPTY;
  if ([...required].some((name) => missing.has(name))) return EMPTY;
  const cells = cellsOf(solver, holds, fails, required, missing);
  if (!cells) return unknown('too many patterns for member names', holds[0] ?? fails[0]);

  const breaks = fails.filter((each) => each.kind === 'members' || each.kind === 'names');
  const assign = (index: number, duties: readonly Duty[]): Outcome => {
    const broken = breaks[index];
    if (!broken) return build(solver, { cells, required, least, most, duties });
    return firstValue(waysToBreak(broken, cells), (duty) => {
      solver.budget.spend();
      // The common case is refuted by the member alone; its siblings are looked at only if it is not.
      const alone = solver.solve(merged(duty.cell.value, duty.value));
      return alone.kind === 'empty' ? EMPTY : assign(index + 1, [...duties, duty]);
    });
  };
  return assign(0, []);
}

function countOf(holds: readonly Constraint[], fails: readonly Constraint[]): [number, number] {
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  for (const each of holds) {
    if (each.kind !== 'members-count') continue;
    if (each.bound === 'least') least = Math.max(least, each.count);
    else most = Math.min(most, each.count);
  }
  for (const each of fails) {
    if (each.kind !== 'members-count') continue;
    if (each.bound === 'least') most = Math.min(most, each.count - 1);
    else least = Math.max(least, each.count + 1);
  }
  return [least, most];
}

function waysToBreak(broken: Of<'members'> | Of<'names'>, cells: readonly Cell[]): Duty[] {
  if (broken.kind === 'names') {
    const name = { holds: [], fails: [broken.each] };
    return cells.map((cell) => ({ cell, name, value: NOTHING }));
  }
  return cells.flatMap((cell) =>
    cell.nodesOf(broken).map((node) => ({
      cell,
      name: NOTHING,
      value: { holds: [], fails: [node] },
    })),
  );
}

interface Plan {
  readonly cells: readonly Cell[];
  readonly required: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  readonly duties: readonly Duty[];
}

/** An object with the required members and those that duties ask for, and as many more as it takes. */
function build(solver: Solver, { cells, required, least, most, duties }: Plan): Outcome {
  const members = new Map<string, JsonValue>();
  let doubt: Outcome | undefined;
  const add = (cell: Cell, name: Question, value: Question): Outcome['kind'] => {
    const key = cell.name(name, [...members.keys()]);
    if (key.kind === 'empty') return 'empty';
    const outcome = solver.solve(merged(cell.value, value));
    if (outcome.kind === 'value' && key.kind === 'value')
      members.set(key.value as string, outcome.value);
    else if (outcome.kind !== 'empty') doubt ??= key.kind === 'unknown' ? key : outcome;
    return key.kind === 'unknown' && outcome.kind !== 'empty' ? 'unknown' : outcome.kind;
  };

  // A named member has one value, whatever is asked of it; members of other cells may be different ones.
  const asked = new Map<Cell, Question[]>();
  for (const duty of duties) {
    const same = duty.cell.literal === undefined ? [] : (asked.get(duty.cell) ?? []);
    asked.set(duty.cell, [...same, duty.value]);
  }
  for (const cell of cells) {
    const isDuty = duties.some((duty) => duty.cell === cell);
    if (cell.literal === undefined) continue;
    if (!isDuty && !required.has(cell.literal)) continue;
    const name = duties.filter((duty) => duty.cell === cell).map((duty) => duty.name);
    const value = asked.get(cell) ?? [];
    if (add(cell, name.reduce(merged, NOTHING), value.reduce(merged, NOTHING)) === 'empty')
      return EMPTY;
  }
  // Several duties might be done by one member, and then fewer names and members are needed.
  const elsewhere = duties.filter(({ cell }) => cell.literal === undefined);
  const impossible =
    elsewhere.length > 1 ? unknown('one member might have to fail in several ways') : EMPTY;
  for (const duty of elsewhere)
    if (add(duty.cell, duty.name, duty.value) === 'empty') return impossible;
  if (members.size > most) return impossible;

  for (const cell of cells) {
    if (members.size >= least) break;
    if (cell.literal !== undefined && members.has(cell.literal)) continue;
    let kind: Outcome['kind'] = 'value';
    while (kind === 'value' && members.size < least) {
      solver.budget.spend();
      kind = add(cell, NOTHING, NOTHING);
      if (cell.literal !== undefined) break;
    }
  }
  if (doubt) return doubt;
  if (members.size < least) return impossible;
  return { kind: 'value', value: Object.fromEntries(members), sure: false };
}

function merged(a: Question, b: Question): Question {
  return { holds: [...a.holds, ...b.holds], fails: [...a.fails, ...b.fails] };
}
