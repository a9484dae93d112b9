import { createHash } from 'node:crypto';
import { SCHEMAS } from '@treaty/registry';
import { isOfFlows } from '../part.ts';

/** What results depend on. */
export interface Circumstances {
  /** Digest of every file of the registry. */
  readonly index: ReadonlyMap<string, string>;
  /** The code that checks. */
  readonly code: string;
  readonly today: string;
  readonly calendar: boolean;
  /** CODEOWNERS, as text. */
  readonly owners: string;
}

/** Of the result of a whole run. */
export function runKey({ index, ...rest }: Circumstances): string {
  return keyOf('run', [...index], rest);
}

/** Of what an entity found, but for what it looked at in other entities. */
export function entityKey(entity: string, { index, code, today, calendar }: Circumstances): string {
  const files = [...index].filter(([file]) => !isOfFlows(file) || isOfFlows(file, entity));
  return keyOf(`entity ${entity}`, files, { code, today, calendar });
}

/** Of each flow that is named, the digest of all that lies in its folder. */
export function flowDigests(
  ids: readonly string[],
  { index }: Pick<Circumstances, 'index'>,
): Readonly<Record<string, string>> {
  const digestOf = (id: string): string =>
    keyOf(
      'flow',
      [...index].filter(([file]) => file.startsWith(`${SCHEMAS}/${id}/`)),
    );
  return Object.fromEntries(ids.map((id) => [id, digestOf(id)]));
}

function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
