import { type CelInput, celMap } from '@bufbuild/cel';
import { isArray, isObject, type JsonObject, type JsonValue } from '@treaty/json';
import { itemOf, type Place, partOf } from './number-places.ts';

/**
 * A JSON value as CEL sees it, its numbers typed by the schema (see numberPlaces). An integer that a double
 * cannot hold exactly throws, at the moment that an expression touches it: others are not concerned.
 */
export function celPayload(value: JsonValue, place: Place): CelInput {
  if (typeof value === 'number') return place.integer ? integer(value) : value;
  if (isArray(value)) return value.map((item) => celPayload(item, itemOf(place)));
  if (!isObject(value)) return value;
  const members = new Members(value, place);
  // The library's own `has` takes a member that is null for a missing one.
  return Object.assign(celMap(members), { has: (name: unknown) => members.has(name as string) });
}

function integer(value: number): bigint | number {
  if (!Number.isInteger(value)) return value;
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is beyond 2^53`);
  return BigInt(value);
}

/** The members of an object, each converted when it is first asked for. */
class Members implements ReadonlyMap<string, CelInput> {
  readonly #object: JsonObject;
  readonly #place: Place;
  readonly #converted = new Map<string, CelInput>();

  constructor(object: JsonObject, place: Place) {
    this.#object = object;
    this.#place = place;
  }

  get size(): number {
    return Object.keys(this.#object).length;
  }

  has(name: string): boolean {
    return typeof name === 'string' && Object.hasOwn(this.#object, name);
  }

  get(name: string): CelInput | undefined {
    if (!this.has(name)) return undefined;
    const known = this.#converted.get(name);
    if (known !== undefined) return known;
    const converted = celPayload(this.#object[name] as JsonValue, partOf(this.#place, name));
    this.#converted.set(name, converted);
    return converted;
  }

  keys(): MapIterator<string> {
    return Object.keys(this.#object).values() as MapIterator<string>;
  }

  *values(): MapIterator<CelInput> {
    for (const name of this.keys()) yield this.get(name) as CelInput;
  }

  *entries(): MapIterator<[string, CelInput]> {
    for (const name of this.keys()) yield [name, this.get(name) as CelInput];
  }

  [Symbol.iterator](): MapIterator<[string, CelInput]> {
    return this.entries();
  }

  forEach(
    callback: (value: CelInput, name: string, map: ReadonlyMap<string, CelInput>) => void,
  ): void {
    for (const [name, value] of this) callback(value, name, this);
  }
}
