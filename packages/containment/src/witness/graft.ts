import {
  isArray,
  isObject,
  type JsonValue,
  type Pointer,
  parsePointer,
  valueAt,
} from '@treaty/json';

/**
 * Versions of `base` that take from `donor` what it has at the place of a difference, smallest change
 * first: at the place itself, then at each place above it. What the donor lacks is taken out.
 */
export function* grafts(base: JsonValue, donor: JsonValue, place: Pointer): Iterable<JsonValue> {
  const tokens = parsePointer(place);
  const differing = [...membersIn(donor, base, place)].map((name) => [...tokens, name]);
  for (const path of [...differing, ...tokens.map((_, i) => tokens.slice(0, tokens.length - i))]) {
    const part = path.reduce<JsonValue | undefined>(step, donor);
    const grafted = put(base, path, part);
    if (grafted !== undefined) yield grafted;
  }
}

/** Members at a place that only one of two values has. */
function membersIn(a: JsonValue, b: JsonValue, place: Pointer): Set<string> {
  const names = (value: JsonValue): string[] => {
    const part = valueAt(value, place);
    return isObject(part) ? Object.keys(part) : [];
  };
  const [ofA, ofB] = [new Set(names(a)), new Set(names(b))];
  return new Set([...ofA, ...ofB].filter((name) => ofA.has(name) !== ofB.has(name)));
}

function step(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (isArray(value)) return value[Number(token)];
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** The value with one part replaced, added or (undefined) taken out; undefined if there is no such place. */
export function put(
  value: JsonValue,
  path: readonly string[],
  part: JsonValue | undefined,
): JsonValue | undefined {
  const [token, ...rest] = path;
  if (token === undefined) return part;
  if (isArray(value)) {
    const index = Number(token);
    if (!(index <= value.length)) return undefined;
    const inner = rest.length === 0 ? part : put(value[index] ?? null, rest, part);
    if (inner === undefined && rest.length > 0) return undefined;
    const items = [...value];
    items.splice(index, 1, ...(inner === undefined ? [] : [inner]));
    return items;
  }
  if (!isObject(value)) return undefined;
  const members = new Map(Object.entries(value));
  const before = members.get(token);
  if (rest.length > 0 && before === undefined) return undefined;
  const inner = rest.length === 0 ? part : put(before as JsonValue, rest, part);
  if (inner === undefined && rest.length > 0) return undefined;
  if (inner === undefined) members.delete(token);
  else members.set(token, inner);
  return Object.fromEntries(members);
}
