import { isWithin, type Pointer } from '@treaty/json';
import type { Cutover } from './documents/types.ts';
import type { Entity, Flow } from './model.ts';
import { inRange } from './version-name.ts';

/** Who answers for an attribute, read off the entity's truth map. */
export interface Ownership {
  /** The key of the truth map that applies. */
  readonly key: Pointer;
  /** The systems of record: one, or during a cutover both. */
  readonly records: readonly string[];
  /** The system that creates the value, where it is not the one that masters it. */
  readonly origin: string | undefined;
  readonly cutover: Cutover | undefined;
}

/** The longest pointer of the truth map that covers an attribute decides; undefined where none does. */
export function ownershipOf(entity: Entity, attribute: Pointer): Ownership | undefined {
  const key = Object.keys(entity.truth)
    .filter((pointer) => isWithin(attribute, pointer))
    .sort((a, b) => b.length - a.length)[0];
  const truth = key === undefined ? undefined : entity.truth[key];
  if (key === undefined || truth === undefined) return undefined;
  if (typeof truth === 'string')
    return { key, records: [truth], origin: undefined, cutover: undefined };
  if ('now' in truth) {
    return { key, records: [truth.now, truth.next], origin: undefined, cutover: truth };
  }
  return { key, records: [truth.record], origin: truth.origin, cutover: undefined };
}

/** The entity's name for a place in the payload of a version: the same, unless the agreement maps it. */
export function attributeOf(flow: Flow, version: string, pointer: Pointer): Pointer {
  const mapped = mappingsOf(flow, version)
    .filter(([from]) => isWithin(pointer, from))
    .sort(([a], [b]) => b.length - a.length)[0];
  return mapped === undefined ? pointer : mapped[1] + pointer.slice(mapped[0].length);
}

/**
 * Where the payload of a version has an attribute that an agreement calls by the entity's name: the inverse
 * of `attributeOf`. Undefined where the place of that name is another attribute, so that it has none.
 */
export function placeOf(flow: Flow, version: string, attribute: Pointer): Pointer | undefined {
  const places = mappingsOf(flow, version)
    .filter(([, to]) => isWithin(attribute, to))
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([from, to]) => from + attribute.slice(to.length));
  return [...places, attribute].find((place) => attributeOf(flow, version, place) === attribute);
}

type Mapping = readonly [place: Pointer, attribute: Pointer];

function mappingsOf(flow: Flow, version: string): readonly Mapping[] {
  return Object.entries(flow.agreement.attributes ?? {})
    .filter(([range]) => inRange(version, range))
    .flatMap(([, pointers]) => Object.entries(pointers));
}
