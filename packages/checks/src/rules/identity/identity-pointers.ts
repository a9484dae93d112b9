import { formatPointer, type Pointer } from '@treaty/json';
import type { Version } from '@treaty/registry';
import type { FlowUnderCheck } from '../../context.ts';
import { grouped } from '../../grouped.ts';

/** A pointer that a version's identity names. */
export interface IdentityPointer {
  readonly version: Version;
  readonly role: 'key' | 'idempotencyKey' | 'sequence' | 'occurredAt';
  readonly pointer: Pointer;
  /** Where it stands in semantics.yaml. */
  readonly at: Pointer;
}

/** What the versions that are sent, or will be, say of their identity; the newest first. */
export function identityPointers({ sent }: FlowUnderCheck): readonly IdentityPointer[] {
  return sent.toReversed().flatMap((version): readonly IdentityPointer[] => {
    const { key = [], idempotencyKey = [], sequence, occurredAt } = version.meaning?.identity ?? {};
    const listed = ({ role, list }: { role: 'key' | 'idempotencyKey'; list: readonly Pointer[] }) =>
      list.map((pointer, i) => ({
        version,
        role,
        pointer,
        at: formatPointer(['identity', role, i]),
      }));
    return [
      ...listed({ role: 'key', list: key }),
      ...listed({ role: 'idempotencyKey', list: idempotencyKey }),
      ...(sequence === undefined
        ? []
        : [
            {
              version,
              role: 'sequence' as const,
              pointer: sequence.from,
              at: '/identity/sequence/from',
            },
          ]),
      ...(occurredAt === undefined
        ? []
        : [
            {
              version,
              role: 'occurredAt' as const,
              pointer: occurredAt,
              at: '/identity/occurredAt',
            },
          ]),
    ];
  });
}

/** The same pointer in several roles and versions is one fault: the newest of it, and the others. */
export function faultsOf(
  pointers: readonly IdentityPointer[],
  isWrong: (one: IdentityPointer) => boolean,
): readonly (readonly [IdentityPointer, ...IdentityPointer[]])[] {
  const groups = grouped(pointers.filter(isWrong), ({ pointer }) => pointer);
  return [...groups.values()].map(
    (group) => group as readonly [IdentityPointer, ...IdentityPointer[]],
  );
}

export const ROLES: Readonly<Record<IdentityPointer['role'], string>> = {
  key: 'The key',
  idempotencyKey: 'The idempotency key',
  sequence: 'The sequence',
  occurredAt: 'occurredAt',
};
