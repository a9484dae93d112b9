import { ANY, type Pointer, parsePointer } from '@treaty/json';
import type { Attribute, Shape } from '@treaty/schema';

/** A place in a payload, seen only for its numbers. */
export interface Place {
  /** Numbers here are CEL ints; everywhere else they are doubles. */
  readonly integer: boolean;
  /** The places of members by name; shared with an ancestor where the schema is recursive. */
  readonly parts: Parts;
}

export interface Parts {
  readonly members: Map<string, Place>;
  /** Any item of an array, any value of a map. */
  every?: Place;
}

/** What the schema does not describe: its numbers are doubles, as JSON has them. */
const UNDESCRIBED: Place = { integer: false, parts: { members: new Map() } };

export function partOf(place: Place, name: string): Place {
  return place.parts.members.get(name) ?? itemOf(place);
}

export function itemOf(place: Place): Place {
  return place.parts.every ?? UNDESCRIBED;
}

/**
 * Which numbers are ints. The schema alone decides, never the payload, so that an expression has the same
 * types on every payload: an int where the schema allows `integer` and not `number`, a double elsewhere.
 */
export function numberPlaces(shape: Shape): Place {
  const places = new Map<Pointer, Place>();
  for (const attribute of shape.attributes) {
    const parts = attribute.recursive
      ? repeatedParts(shape, places, attribute)
      : { members: new Map() };
    const place = { integer: attribute.types.includes('integer'), parts };
    places.set(attribute.pointer, place);
    if (attribute.pointer === '') continue;
    const parent = places.get(parentOf(attribute.pointer)) as Place;
    const token = attribute.pointer.slice(attribute.pointer.lastIndexOf('/') + 1);
    if (token === ANY) parent.parts.every = place;
    else parent.parts.members.set(parsePointer(`/${token}`)[0] as string, place);
  }
  return places.get('') ?? UNDESCRIBED;
}

/** The parts of the nearest attribute above that the same schema describes. */
function repeatedParts(
  shape: Shape,
  places: ReadonlyMap<Pointer, Place>,
  { pointer, schemas }: Attribute,
): Parts {
  for (let above = pointer; above !== ''; ) {
    above = parentOf(above);
    const repeated = shape.get(above)?.schemas.some((schema) => schemas.includes(schema));
    const place = places.get(above);
    if (repeated === true && place !== undefined) return place.parts;
  }
  return { members: new Map() };
}

function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
