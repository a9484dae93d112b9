import { isMap } from './maps.ts';
import { mergedMembers, type Observation, total } from './observation.ts';

/** One place of the payloads, with what was seen there. */
export interface Place {
  /** Names of the members on the way; `*` for any item, or any member of a map. */
  readonly path: readonly string[];
  readonly seen: Observation;
  /** Whether every payload has a value here, not inside an array or a map. */
  readonly always: boolean;
  /** Names of the members beside it, its own among them. */
  readonly siblings: readonly string[];
}

/** Every place below the root, outermost first within each branch. */
export function* placesIn(
  seen: Observation,
  path: readonly string[] = [],
  always = true,
): Generator<Place> {
  const objects = seen.types.get('object') ?? 0;
  const only = always && objects === total(seen);
  if (isMap(seen)) {
    yield* inside({ path: [...path, '*'], seen: mergedMembers(seen), always: false, siblings: [] });
  } else {
    const siblings = [...seen.members.keys()];
    for (const [name, member] of seen.members) {
      const each = only && total(member) === objects;
      yield* inside({ path: [...path, name], seen: member, always: each, siblings });
    }
  }
  if (seen.items !== undefined) {
    yield* inside({ path: [...path, '*'], seen: seen.items, always: false, siblings: [] });
  }
}

function* inside(place: Place): Generator<Place> {
  yield place;
  yield* placesIn(place.seen, place.path, place.always);
}
