import type { JsonObject, JsonValue } from '@treaty/json';
import type { RecognisedFormat } from './formats.ts';
import { LIMITS, roundBound } from './limits.ts';
import { isMap } from './maps.ts';
import { isIdentifier, isPersonal, isPersonalPath } from './name-hints.ts';
import { CODE, mergedMembers, type Observation, type SeenType, total } from './observation.ts';

/** The keyword by which a schema says that a value is about a person. */
export const PERSONAL_DATA = 'x-personal-data';

/**
 * A schema that accepts everything that was seen, and what is like it. Required is what every object had;
 * bounds are several times what was seen; nothing is refused for being new. Of null alone nothing follows.
 */
export function schemaOf(seen: Observation, path: readonly string[] = []): JsonObject {
  const types = typesOf(seen).join() === 'null' ? [] : typesOf(seen);
  const personal = path.length > 0 && marksPersonal(seen, path);
  return {
    ...(types.length > 0 && { type: types.length === 1 ? (types[0] as SeenType) : types }),
    ...(personal && { [PERSONAL_DATA]: true }),
    ...(types.includes('string') && strings(seen, path)),
    ...(types.includes('array') && arrays(seen, path)),
    ...(types.includes('object') && (isMap(seen) ? map(seen, path) : record(seen, path))),
  };
}

/** In the order in which people say them; what is sometimes an integer and sometimes not is a number. */
export function typesOf({ types }: Observation): readonly SeenType[] {
  const order: readonly SeenType[] = [
    'object',
    'array',
    'string',
    'number',
    'integer',
    'boolean',
    'null',
  ];
  return order.filter((one) => types.has(one) && !(one === 'integer' && types.has('number')));
}

export function formatOf(seen: Observation): RecognisedFormat | undefined {
  return [...(seen.strings.formats ?? [])][0];
}

/** What is marked is marked once, at the outermost place. */
function marksPersonal(seen: Observation, path: readonly string[]): boolean {
  const names = path.filter((name) => name !== '*');
  const says = typesOf(seen).some((type) => type !== 'boolean' && type !== 'null');
  const last = path.at(-1) === '*' ? undefined : names.at(-1);
  if (!says || last === undefined || !isPersonal(last, names.slice(0, -1))) return false;
  return !isPersonalPath(names.slice(0, -1));
}

function strings(seen: Observation, path: readonly string[]): JsonObject {
  const format = formatOf(seen);
  const maxLength = roundBound(Math.max(20, seen.strings.longest * 2));
  if (format === undefined && seen.strings.code && isIdentifier(path.slice(-1))) {
    return { pattern: CODE.source, maxLength };
  }
  if (format === undefined || format === 'local-date-time') return { maxLength };
  if (format === 'email' || format === 'uri') {
    return { format, maxLength: Math.max(format === 'email' ? 254 : 2000, maxLength) };
  }
  return { format };
}

function arrays(seen: Observation, path: readonly string[]): JsonObject {
  return {
    ...(seen.items !== undefined && { items: schemaOf(seen.items, [...path, '*']) }),
    maxItems: generous(seen.most),
  };
}

function map(seen: Observation, path: readonly string[]): JsonObject {
  return {
    propertyNames: { maxLength: roundBound(Math.max(20, seen.longestName * 2)) },
    additionalProperties: schemaOf(mergedMembers(seen), [...path, '*']),
    maxProperties: generous(Math.max(seen.most, LIMITS.names)),
  };
}

function record(seen: Observation, path: readonly string[]): JsonObject {
  const objects = seen.types.get('object') ?? 0;
  const members = [...seen.members];
  const required = members.filter(([, one]) => total(one) === objects).map(([name]) => name);
  const properties = members.map(([name, one]): [string, JsonValue] => [
    name,
    schemaOf(one, [...path, name]),
  ]);
  return {
    ...(required.length > 0 && { required }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
  };
}

function generous(count: number): number {
  return roundBound(Math.max(100, count * 10));
}
