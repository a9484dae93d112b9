import type { InvariantFailure } from '@treaty/invariants';
import type { Pointer } from '@treaty/json';
import type { Violation } from '@treaty/schema';

/** One thing that is wrong with a payload. */
export interface PayloadError {
  readonly kind: 'schema' | 'invariant';
  /** The offending value; for a member that is missing or not allowed, the object. */
  readonly pointer: Pointer;
  /** The keyword of the schema, or the id of the invariant. */
  readonly keyword: string;
  /** The member that is missing or not allowed. */
  readonly member?: string;
  /** A sentence, to be read after the pointer. */
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  /** The keyword in the schema document. */
  readonly schemaPointer?: Pointer;
}

export function ofViolation({ instance, schema, ...violation }: Violation): PayloadError {
  const schemaPointer = schema.startsWith('#') ? { schemaPointer: schema.slice(1) } : {};
  return { kind: 'schema', pointer: instance, ...violation, ...schemaPointer };
}

/** In the words of the invariant's author. */
export function ofInvariant({ id, message, reason, detail }: InvariantFailure): PayloadError {
  const promise = message.replace(/\.$/, '');
  const words = reason === 'false' ? promise : `Could not tell whether ${promise}: ${detail}`;
  return { kind: 'invariant', pointer: '', keyword: id, message: `${words}.` };
}
