import { canonical, type JsonValue } from '@treaty/json';
import type { Version } from '@treaty/registry';

export interface InvariantChange {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'edited';
}

/** Invariants by id; one whose expression differs is edited, whatever its message says. */
export function invariantChanges(before: Version, after: Version): readonly InvariantChange[] {
  const [from, to] = [expressions(before), expressions(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((id): InvariantChange[] => {
    if (!to.has(id)) return [{ id, change: 'removed' }];
    if (!from.has(id)) return [{ id, change: 'added' }];
    return from.get(id) === to.get(id) ? [] : [{ id, change: 'edited' }];
  });
}

function expressions(version: Version): ReadonlyMap<string, string> {
  return new Map((version.meaning?.invariants ?? []).map(({ id, cel }) => [id, cel]));
}

export type IdentityPart = 'key' | 'idempotencyKey' | 'sequence';

/** What tells one payload from another, and the first from the second: a change of it is a major. */
export function identityChanges(before: Version, after: Version): readonly IdentityPart[] {
  const parts: readonly IdentityPart[] = ['key', 'idempotencyKey', 'sequence'];
  const part = (version: Version, name: IdentityPart): string =>
    canonical((version.meaning?.identity[name] ?? null) as JsonValue);
  return parts.filter((name) => part(before, name) !== part(after, name));
}
