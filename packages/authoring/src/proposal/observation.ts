import { isArray, isObject, type JsonValue } from '@treaty/json';
import { type RecognisedFormat, recognised } from './formats.ts';
import { LIMITS } from './limits.ts';

export type SeenType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** What was seen at one place of the payloads; the items of an array are one place. */
export interface Observation {
  readonly types: Map<SeenType, number>;
  readonly strings: SeenStrings;
  /** Most items of an array, or members of an object. */
  most: number;
  items: Observation | undefined;
  readonly members: Map<string, Observation>;
  /** Members whose names came after so many others that the object can only be a map. */
  others: Observation | undefined;
  /** Longest name of a member, in code points. */
  longestName: number;
}

export interface SeenStrings {
  /** In code points, as `maxLength` counts. */
  longest: number;
  /** Formats that every string fits; undefined before the first one. */
  formats: ReadonlySet<RecognisedFormat> | undefined;
  /** Whether each is of letters and digits of ASCII, and what joins them in identifiers. */
  code: boolean;
  /** Distinct ones, none of them after there were too many to be choices. */
  values: Set<string> | undefined;
}

/** Also as a pattern of the schema, which `unicodeRegExp` reads alike. */
export const CODE: RegExp = /^[A-Za-z0-9._:-]+$/;

export function nothingSeen(): Observation {
  return {
    types: new Map(),
    strings: { longest: 0, formats: undefined, code: true, values: new Set() },
    most: 0,
    items: undefined,
    members: new Map(),
    others: undefined,
    longestName: 0,
  };
}

/** Adds a value to what was seen at its place. */
export function observe(seen: Observation, value: JsonValue): void {
  const type = typeOf(value);
  count(seen, type, 1);
  if (typeof value === 'string') observeString(seen.strings, value);
  else if (isArray(value)) {
    seen.most = Math.max(seen.most, value.length);
    for (const item of value) {
      seen.items ??= nothingSeen();
      observe(seen.items, item);
    }
  } else if (isObject(value)) {
    const entries = Object.entries(value);
    seen.most = Math.max(seen.most, entries.length);
    for (const [name, inner] of entries) observe(memberOf(seen, name), inner);
  }
}

/** All members of an object as one: what the values of a map have in common. */
export function mergedMembers({ members, others }: Observation): Observation {
  const merged = nothingSeen();
  for (const one of [...members.values(), ...(others === undefined ? [] : [others])]) {
    absorb(merged, one);
  }
  return merged;
}

export function total({ types }: Observation): number {
  return [...types.values()].reduce((sum, one) => sum + one, 0);
}

function memberOf(seen: Observation, name: string): Observation {
  seen.longestName = Math.max(seen.longestName, [...name].length);
  const known = seen.members.get(name);
  if (known !== undefined) return known;
  if (seen.members.size >= LIMITS.names) {
    seen.others ??= nothingSeen();
    return seen.others;
  }
  const fresh = nothingSeen();
  seen.members.set(name, fresh);
  return fresh;
}

function observeString(seen: SeenStrings, text: string): void {
  seen.longest = Math.max(seen.longest, [...text].length);
  seen.formats = recognised(text, seen.formats);
  seen.code &&= CODE.test(text);
  seen.values = bounded(seen.values?.add(text));
}

function absorb(into: Observation, one: Observation): void {
  for (const [type, times] of one.types) count(into, type, times);
  const [a, b] = [into.strings, one.strings];
  a.longest = Math.max(a.longest, b.longest);
  a.code &&= b.code;
  if (b.formats !== undefined) {
    a.formats = a.formats === undefined ? b.formats : common(a.formats, b.formats);
  }
  a.values = bounded(a.values && b.values && new Set([...a.values, ...b.values]));
  into.most = Math.max(into.most, one.most);
  into.longestName = Math.max(into.longestName, one.longestName);
  into.items = together(into.items, one.items);
  into.others = together(into.others, one.others);
  for (const [name, member] of one.members) absorb(memberOf(into, name), member);
}

function together(
  into: Observation | undefined,
  one: Observation | undefined,
): Observation | undefined {
  if (one === undefined) return into;
  const both = into ?? nothingSeen();
  absorb(both, one);
  return both;
}

function count({ types }: Observation, type: SeenType, times: number): void {
  types.set(type, (types.get(type) ?? 0) + times);
}

function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...a].filter((one) => b.has(one)));
}

function bounded(values: Set<string> | undefined): Set<string> | undefined {
  return values !== undefined && values.size > LIMITS.values ? undefined : values;
}

function typeOf(value: JsonValue): SeenType {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'object' | 'string' | 'boolean';
}
