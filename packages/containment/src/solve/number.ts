import { decimals, scaled, unscaled } from '../numbers/decimal.ts';
import type { Constraint } from '../read/constraint.ts';
import { EMPTY, type Outcome, unknown } from './outcome.ts';
import type { Domain } from './types.ts';

interface Limit {
  readonly at: bigint;
  readonly exclusive: boolean;
}

// Candidates on each side; a witness lies at a bound or on the first few multiples beside it.
const CANDIDATES = 64n;

/** Numbers of one domain: an interval, multiples to be of and not to be of, values to avoid. Exact. */
export function solveNumber(type: 'integer' | 'number', domain: Domain): Outcome {
  const { holds, fails } = domain;
  const numbers = [...holds, ...fails].flatMap(numbersIn);
  // Room between the numbers that are named, for values that lie between them.
  const places = Math.max(0, ...numbers.map(decimals)) + 3;
  const at = (value: number): bigint => scaled(value, places);
  const one = at(1);

  const low = strictest(bounds(holds, 'minimum', at), bounds(fails, 'maximum', at, true), 1n);
  const high = strictest(bounds(holds, 'maximum', at), bounds(fails, 'minimum', at, true), -1n);
  if (
    low &&
    high &&
    (low.at > high.at || (low.at === high.at && (low.exclusive || high.exclusive)))
  )
    return EMPTY;

  const multiples = holds.flatMap((each) => (each.kind === 'multiple' ? at(each.of) : []));
  if (type === 'integer') multiples.push(one);
  const forbidden = fails.flatMap((each) => (each.kind === 'multiple' ? at(each.of) : []));
  if (type === 'number') forbidden.push(one);
  const lattice = multiples.length > 0 ? multiples.reduce(leastCommonMultiple) : undefined;
  if (lattice && forbidden.some((each) => lattice % each === 0n)) return EMPTY;

  const excluded = new Set(
    fails
      .flatMap((each) => (each.kind === 'values' ? each.values : []))
      .flatMap((value) => (typeof value === 'number' ? [at(value)] : [])),
  );
  const fits = (value: bigint): boolean =>
    (!low || value > low.at || (value === low.at && !low.exclusive)) &&
    (!high || value < high.at || (value === high.at && !high.exclusive)) &&
    !excluded.has(value) &&
    !forbidden.some((each) => value % each === 0n);

  const steps = CANDIDATES + BigInt(excluded.size);
  if (lattice) {
    const first = low && ceil(low.at, lattice);
    const last = high && -ceil(-high.at, lattice);
    if (first !== undefined && last !== undefined && (last - first) / lattice < steps)
      return (
        found(range(first, last, lattice), fits, places) ?? exhausted(first, last, fits, lattice)
      );
    const start = first ?? (last !== undefined && last < 0n ? last : 0n);
    const near = [
      ...range(start, start + steps * lattice, lattice),
      ...range(start - steps * lattice, start, lattice).reverse(),
      ...(last === undefined ? [] : range(last - steps * lattice, last, lattice).reverse()),
    ];
    return found(near, fits, places) ?? unfound(domain);
  }
  if (low && high && low.at === high.at) return found([low.at], fits, places) ?? EMPTY;
  // A real interval always holds a value outside of finitely many lattices and points.
  const anchors = [low?.at, high?.at, 0n, one].filter((each) => each !== undefined);
  const middle = low && high ? [(low.at + high.at) / 2n] : [];
  const nudges = [one, one / 2n, one / 10n, 1n, one / 10n + 1n];
  const candidates = [...anchors, ...middle].flatMap((each) => [
    each,
    ...nudges.flatMap((nudge) => [each + nudge, each - nudge]),
  ]);
  return found(candidates, fits, places) ?? unfound(domain);
}

function numbersIn(constraint: Constraint): number[] {
  if (constraint.kind === 'minimum' || constraint.kind === 'maximum') return [constraint.limit];
  if (constraint.kind === 'multiple') return [constraint.of];
  if (constraint.kind !== 'values') return [];
  return constraint.values.filter((value) => typeof value === 'number');
}

/** The limits of one kind; that a bound fails is the opposite bound, exclusive where it was not. */
function bounds(
  constraints: readonly Constraint[],
  kind: 'minimum' | 'maximum',
  at: (value: number) => bigint,
  denied = false,
): Limit[] {
  return constraints.flatMap((each) => {
    if (each.kind !== 'minimum' && each.kind !== 'maximum') return [];
    if (each.kind !== kind) return [];
    return [{ at: at(each.limit), exclusive: each.exclusive !== denied }];
  });
}

/** The limit that leaves least, of lower (sign 1) or upper ones (sign -1). */
function strictest(a: Limit[], b: Limit[], sign: bigint): Limit | undefined {
  return [...a, ...b].reduce<Limit | undefined>((best, limit) => {
    if (!best || (limit.at - best.at) * sign > 0n) return limit;
    return limit.at === best.at && limit.exclusive ? limit : best;
  }, undefined);
}

function found(
  candidates: readonly bigint[],
  fits: (value: bigint) => boolean,
  places: number,
): Outcome | undefined {
  for (const candidate of candidates) {
    const value = fits(candidate) ? unscaled(candidate, places) : undefined;
    if (value !== undefined) return { kind: 'value', value, sure: false };
  }
  return undefined;
}

/** No value of a finite range was found: none fits, or none that a double can hold does. */
function exhausted(
  first: bigint,
  last: bigint,
  fits: (value: bigint) => boolean,
  step: bigint,
): Outcome {
  return range(first, last, step).some(fits)
    ? unknown('only numbers that floating point cannot hold are left')
    : EMPTY;
}

function unfound({ fails, holds }: Domain): Outcome {
  return unknown(
    'no number was found that fits, and no proof that there is none',
    fails[0] ?? holds[0],
  );
}

function range(from: bigint, to: bigint, step: bigint): bigint[] {
  const values: bigint[] = [];
  for (let value = from; value <= to; value += step) values.push(value);
  return values;
}

function ceil(value: bigint, step: bigint): bigint {
  const remainder = ((value % step) + step) % step;
  return remainder === 0n ? value : value + step - remainder;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
