import type { JsonValue } from '@treaty/json';

/** An expression that is true of every payload; `this` is the payload. */
export interface Invariant {
  readonly id: string;
  readonly cel: string;
  /** What must hold, in words. */
  readonly message: string;
}

/** Why an invariant cannot be used. Lines and columns count from 1, inside the CEL text. */
export interface InvariantProblem {
  /** In the list that was given. */
  readonly index: number;
  readonly id: string;
  readonly message: string;
  readonly place?: { readonly offset: number; readonly line: number; readonly column: number };
}

/** An invariant that a payload does not meet. */
export interface InvariantFailure {
  readonly id: string;
  /** The invariant's own words. */
  readonly message: string;
  /** `false`: it was evaluated, and does not hold. `error`: it could not be evaluated on this payload. */
  readonly reason: 'false' | 'error';
  /** With `error`: what went wrong, in words. */
  readonly detail?: string;
}

export interface InvariantProgram {
  /** The failures of one payload, in the order of the invariants. Never throws. */
  evaluate(payload: JsonValue): readonly InvariantFailure[];
}
