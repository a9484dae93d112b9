import type { Pointer } from '@treaty/json';
import { type Entity, type Ownership, ownershipOf } from '@treaty/registry';
import { code, type Markdown } from './markdown.ts';

/** The system of record of an attribute, with its cutover if one is planned or was. */
export function recordOf(entity: Entity | undefined, attribute: Pointer, today: string): Markdown {
  const ownership = entity === undefined ? undefined : ownershipOf(entity, attribute);
  return ownership === undefined ? 'nobody' : recordIn(ownership, today);
}

export function recordIn({ records, cutover }: Ownership, today: string): Markdown {
  if (cutover === undefined) return records.map(code).join(', ');
  const { now, next, on } = cutover;
  return today < on
    ? `${code(now)}, from ${on} on ${code(next)}`
    : `${code(next)}, until ${on} ${code(now)}`;
}
