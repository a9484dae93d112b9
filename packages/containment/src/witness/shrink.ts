import { isArray, isObject, type JsonObject, type JsonValue } from '@treaty/json';

// Each try is one run of a compiled validator.
const MAX_TRIES = 2000;

/**
 * Takes members and items away for as long as what is left still does what it has to. The larger parts
 * go first; the result is a value from which no single part can be taken.
 */
export function shrink(value: JsonValue, stillDoes: (value: JsonValue) => boolean): JsonValue {
  let tries = 0;
  const works = (candidate: JsonValue): boolean => tries++ < MAX_TRIES && stillDoes(candidate);

  const reduce = (part: JsonValue, put: (part: JsonValue) => JsonValue): JsonValue => {
    let current = part;
    if (isArray(current)) {
      for (const keep of [[], current.slice(0, 1)])
        if (keep.length < current.length && works(put(keep))) return reduceParts(keep, put);
      for (let i = current.length - 1; i >= 0; i--) {
        const without: JsonValue = (current as JsonValue[]).filter((_, j) => j !== i);
        if (works(put(without))) current = without;
      }
    } else if (isObject(current)) {
      for (const name of Object.keys(current).reverse()) {
        const without: JsonObject = withoutMember(current as JsonObject, name);
        if (works(put(without))) current = without;
      }
    }
    return reduceParts(current, put);
  };

  const reduceParts = (whole: JsonValue, put: (part: JsonValue) => JsonValue): JsonValue => {
    if (isArray(whole)) {
      const items = [...whole];
      for (const [i, item] of whole.entries())
        items[i] = reduce(item, (part) => put(items.map((each, j) => (j === i ? part : each))));
      return items;
    }
    if (!isObject(whole)) return whole;
    let current = whole;
    for (const name of Object.keys(whole)) {
      const part = reduce(current[name] as JsonValue, (each) => put(replaced(current, name, each)));
      current = replaced(current, name, part);
    }
    return current;
  };

  return reduce(value, (part) => part);
}

function withoutMember(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

function replaced(object: JsonObject, name: string, value: JsonValue): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, each]) => [key, key === name ? value : each]),
  );
}
