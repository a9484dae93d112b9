import { isArray, isObject, type JsonValue, type Pointer, parsePointer } from '@treaty/json';

/** Stands where something was left out; no text of JSON, so that nobody takes it for one. */
export const LEFT_OUT = '…';

/** Short enough to read on the way: an amount with its currency, a name, a date. */
const SHORT = 44;

/**
 * A value without what does not lead to `focus`: objects and arrays that lie beside the way are left out
 * where they are longer than a glance. For people; the whole value is in the other formats.
 */
export function excerpt(value: JsonValue, focus: Pointer): JsonValue {
  return along(value, parsePointer(focus));
}

function along(value: JsonValue, way: readonly string[]): JsonValue {
  const [next, ...rest] = way;
  const part = (name: string, inside: JsonValue): JsonValue =>
    name === next ? along(inside, rest) : glance(inside);
  if (isArray(value)) {
    const items = value.map((item, i) => part(String(i), item));
    return items.every((item) => item === LEFT_OUT) && items.length > 0 ? [LEFT_OUT] : items;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name, part(name, inside)]),
  );
}

function glance(value: JsonValue): JsonValue {
  const text = JSON.stringify(value);
  if (text.length <= SHORT) return value;
  if (isArray(value)) return [LEFT_OUT];
  return isObject(value) ? LEFT_OUT : value;
}
