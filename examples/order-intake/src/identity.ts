/** The part of a contract that says which thing a payload is about, and which change to it. */
export interface IdentityPointers {
  readonly key: readonly string[];
  readonly idempotencyKey: readonly string[];
  readonly sequence: { readonly from: string };
}

export interface Identity {
  readonly key: string;
  readonly idempotencyKey: string;
  readonly sequence: number;
}

/** Undefined where the payload does not hold what the contract's pointers point at. */
export function identityOf(payload: unknown, pointers: IdentityPointers): Identity | undefined {
  const key = textOf(payload, pointers.key);
  const idempotencyKey = textOf(payload, pointers.idempotencyKey);
  const sequence = valueAt(payload, pointers.sequence.from);
  if (key === undefined || idempotencyKey === undefined || !Number.isSafeInteger(sequence))
    return undefined;
  return { key, idempotencyKey, sequence: sequence as number };
}

/** Several values as one text that no other values have. */
function textOf(payload: unknown, pointers: readonly string[]): string | undefined {
  const values = pointers.map((pointer) => valueAt(payload, pointer));
  const areScalars = values.every((value) => ['string', 'number'].includes(typeof value));
  return areScalars ? JSON.stringify(values) : undefined;
}

function valueAt(payload: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, token) =>
        typeof value === 'object' && value !== null
          ? Object.getOwnPropertyDescriptor(value, token)?.value
          : undefined,
      payload,
    );
}
