import type { JsonValue, Pointer } from '@treaty/json';

export type Side = 'writer' | 'reader';

/** A place in the schema of one side. */
export interface Place {
  readonly side: Side;
  readonly pointer: Pointer;
}

/** Why and where the reader's schema rejects a witness. */
export interface Rejection {
  /** Place in the witness. */
  readonly instance: Pointer;
  /** Place of the keyword in the reader's schema. */
  readonly schema: Pointer;
  readonly keyword: string;
  /** The member that is missing or that should not be there. */
  readonly member?: string;
  /** A sentence, to be read after the place in the witness. */
  readonly message: string;
}

/** What stood in the way of a proof and of a witness. */
export interface Obstacle {
  readonly reason: string;
  readonly keyword?: string;
  readonly at?: Place;
}

export type Verdict =
  /** Proved: the reader accepts every payload that the writer sends. */
  | { readonly verdict: 'contained' }
  /** Shown: two independent validators accept the witness for the writer and reject it for the reader. */
  | {
      readonly verdict: 'not-contained';
      readonly witness: JsonValue;
      readonly rejection: Rejection;
    }
  /** Neither. */
  | ({ readonly verdict: 'undecided' } & Obstacle);
