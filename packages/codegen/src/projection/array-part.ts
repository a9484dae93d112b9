import { isArray, type JsonObject, type Pointer } from '@treaty/json';
import type { Projector } from './projector.ts';
import { eitherOf, isNever, NEVER, type SimpleSchema, UNKNOWN } from './simple-schema.ts';

/** Keywords that tell something about arrays, to a type. */
export const TELLING_OF_ARRAYS: readonly string[] = ['items', 'prefixItems'];

// A tuple is spelt once for each length that it may have; longer ones become arrays.
const MAX_POSITIONS = 12;

export function arrayPart(projector: Projector, pointer: Pointer, words: JsonObject): SimpleSchema {
  const { positions, rest } = itemsOf(words);
  const heads = positions.map((place) => projector.project(pointer + place));
  const tail = rest === undefined ? UNKNOWN : projector.project(pointer + rest);
  if (heads.length === 0) return isNever(tail) ? tuple([], tail) : { type: 'array', items: tail };
  if (heads.length > MAX_POSITIONS) return { type: 'array', items: eitherOf([...heads, tail]) };
  const { minItems } = words;
  const least = typeof minItems === 'number' ? minItems : 0;
  const shorter = heads
    .map((_, length) => tuple(heads.slice(0, length), NEVER))
    .filter((_, length) => length >= least);
  return eitherOf([...shorter, tuple(heads, tail)]);
}

/**
 * Where the schemas of the first items and that of all later ones stand. Up to 2019-09 `items` may be a
 * list and `additionalItems` the rest; since 2020-12 these are `prefixItems` and `items`.
 */
function itemsOf({ items, prefixItems, additionalItems }: JsonObject): {
  readonly positions: readonly Pointer[];
  readonly rest?: Pointer;
} {
  const list = isArray(items) ? items : isArray(prefixItems) ? prefixItems : [];
  const keyword = isArray(items) ? 'items' : 'prefixItems';
  const positions = list.map((_, i) => `/${keyword}/${i}`);
  if (isArray(items)) {
    return additionalItems === undefined ? { positions } : { positions, rest: '/additionalItems' };
  }
  return items === undefined ? { positions } : { positions, rest: '/items' };
}

/** One tuple of exactly these positions, then any number of `tail`. */
function tuple(heads: readonly SimpleSchema[], tail: SimpleSchema): SimpleSchema {
  const more = isNever(tail) ? {} : { additionalItems: tail };
  return { type: 'array', items: heads, minItems: heads.length, ...more };
}
