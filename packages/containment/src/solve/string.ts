import type { Constraint } from '../read/constraint.ts';
import { FORMAT_EXAMPLES, implies } from '../strings/formats.ts';
import { complement, intersection, words } from '../strings/language.ts';
import { shortestWord } from '../strings/shortest-word.ts';
import { EMPTY, type Outcome, unknown } from './outcome.ts';
import type { Solver } from './solver.ts';
import type { Domain } from './types.ts';

// Longer strings make no readable witness, and are what evil patterns wait for.
const MAX_LENGTH = 10_000;
const PLAIN = ['text', 'other', 'a', ''];

/** Strings of one domain: a length, patterns to match and not to match, formats, values to avoid. */
export function solveString(solver: Solver, { holds, fails }: Domain): Outcome {
  const [least, most] = lengthOf(holds, fails);
  if (least > most || contradictFormats(holds, fails)) return EMPTY;
  const blame = fails[0] ?? holds[0];
  if (least > MAX_LENGTH) return unknown('strings this long are not searched', blame);

  const matching = readable(solver, holds);
  const denied = readable(solver, fails);
  const excluded = valuesIn(fails);
  const fits = (text: string): boolean =>
    isBetween(text, least, most) &&
    !excluded.includes(text) &&
    matching.every((source) => solver.languages.matches(source, text)) &&
    !denied.some((source) => solver.languages.matches(source, text));
  const plain = [...exampleStrings(holds), ...PLAIN].find(fits);
  if (plain !== undefined) return value(plain);

  if (matching.length + denied.length === 0) {
    const filler = fillers(least, excluded.length).find(fits);
    if (filler !== undefined) return value(filler);
    return most === 0 ? EMPTY : unknown('no string was found that fits', blame);
  }
  solver.budget.spend(10 * (matching.length + denied.length));
  let language = solver.languages.combine(matching, denied);
  if (language && excluded.length > 0)
    language = intersection(language, complement(words(excluded)));
  if (!language) return unknown('the patterns together need too many states', blame);
  const word = language.isEmpty ? 'none' : shortestWord(language, least, most);
  if (word === 'none') return EMPTY;
  return word ? value(word.word) : unknown('only text that is not well formed is left', blame);
}

function value(text: string): Outcome {
  return { kind: 'value', value: text, sure: false };
}

function lengthOf(holds: readonly Constraint[], fails: readonly Constraint[]): [number, number] {
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  const narrow = (bound: 'least' | 'most', count: number): void => {
    if (bound === 'least') least = Math.max(least, count);
    else most = Math.min(most, count);
  };
  for (const each of holds) if (each.kind === 'length') narrow(each.bound, each.count);
  for (const each of fails) {
    if (each.kind !== 'length') continue;
    if (each.bound === 'least') narrow('most', each.count - 1);
    else narrow('least', each.count + 1);
  }
  return [least, most];
}

function isBetween(text: string, least: number, most: number): boolean {
  const length = [...text].length;
  return length >= least && length <= most;
}

function contradictFormats(holds: readonly Constraint[], fails: readonly Constraint[]): boolean {
  return holds.some(
    (held) =>
      held.kind === 'format' &&
      fails.some((failed) => failed.kind === 'format' && implies(held.name, failed.name)),
  );
}

/** The patterns that an automaton stands for; the others are dropped, and evaluation knows it. */
function readable(solver: Solver, constraints: readonly Constraint[]): string[] {
  const sources = constraints.flatMap((each) => (each.kind === 'pattern' ? each.source : []));
  return [...new Set(sources)].filter((source) => solver.languages.pattern(source));
}

function valuesIn(constraints: readonly Constraint[]): string[] {
  return constraints.flatMap((each) =>
    each.kind === 'values' ? each.values.filter((one) => typeof one === 'string') : [],
  );
}

function exampleStrings(holds: readonly Constraint[]): string[] {
  return holds.flatMap((each) =>
    each.kind === 'format' ? (FORMAT_EXAMPLES[each.name] ?? []) : [],
  );
}

/** More distinct strings of at least that length than there are values to avoid. */
function fillers(least: number, avoided: number): string[] {
  return Array.from({ length: avoided + 1 }, (_, i) =>
    (i === 0 ? '' : i.toString(36)).padStart(least, 'a'),
  );
}
