import type { JsonValue } from '@treaty/json';
import type { Literal } from '../read/constraint.ts';
import type { Obstacle } from '../verdict.ts';

/** What is asked of a value: every literal of `holds` and none of `fails`. */
export interface Question {
  readonly holds: readonly Literal[];
  readonly fails: readonly Literal[];
}

export type Outcome =
  /** Proved: no value. */
  | { readonly kind: 'empty' }
  /** A value; `sure` where it was evaluated under every literal. */
  | { readonly kind: 'value'; readonly value: JsonValue; readonly sure: boolean }
  | { readonly kind: 'unknown'; readonly obstacle: Obstacle };

export const EMPTY: Outcome = { kind: 'empty' };

export function unknown(reason: string, at?: Literal): Outcome {
  if (!at) return { kind: 'unknown', obstacle: { reason } };
  const node = at.kind === 'node' ? at : at.node;
  const place = { side: node.side, pointer: node.pointer };
  return {
    kind: 'unknown',
    obstacle:
      at.kind === 'node' ? { reason, at: place } : { reason, keyword: at.keyword, at: place },
  };
}

/**
 * The outcome of a disjunction. A sure value ends the search at once; otherwise a doubtful value beats an
 * obstacle, and only if every alternative is empty so is the whole.
 */
export function firstValue<T>(alternatives: Iterable<T>, solve: (each: T) => Outcome): Outcome {
  let best: Outcome = EMPTY;
  for (const each of alternatives) {
    const outcome = solve(each);
    if (outcome.kind === 'value' && outcome.sure) return outcome;
    if (outcome.kind === 'value' && best.kind !== 'value') best = outcome;
    if (outcome.kind === 'unknown' && best.kind === 'empty') best = outcome;
  }
  return best;
}
