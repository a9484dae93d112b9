import type { Pointer } from '@treaty/json';
import type { Cutover, Entity } from '@treaty/registry';

/** The entries of a truth map that move from one system to another. */
export function cutoversOf(
  entity: Entity,
): readonly { readonly key: Pointer; readonly cutover: Cutover }[] {
  return Object.entries(entity.truth).flatMap(([key, truth]) =>
    typeof truth !== 'string' && 'now' in truth ? [{ key, cutover: truth }] : [],
  );
}
