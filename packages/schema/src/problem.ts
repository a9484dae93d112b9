import type { Pointer } from '@treaty/json';

export type SchemaProblemKind =
  /** The reference points to nothing inside the document. */
  | 'reference-unresolved'
  /** The reference leaves the document. Treaty never fetches. */
  | 'reference-remote'
  /** A chain of references comes back to itself without going into the value: it has no meaning. */
  | 'reference-circular'
  /** `$schema` names no dialect that Treaty reads. */
  | 'dialect-unknown'
  /** A schema stands where something else was written. */
  | 'not-a-schema'
  /** A keyword's value has not the form that the keyword asks for. */
  | 'keyword-malformed'
  /** Nested deeper than any schema that people write. */
  | 'too-deep'
  /** More subschemas than any schema that people write. */
  | 'too-large';

export interface SchemaProblem {
  readonly kind: SchemaProblemKind;
  /** The keyword or the schema that is at fault. */
  readonly pointer: Pointer;
  readonly message: string;
}
