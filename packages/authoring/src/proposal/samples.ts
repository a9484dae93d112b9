import {
  canonical,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  member,
} from '@treaty/json';
import { LIMITS } from './limits.ts';
import { PERSONAL_DATA } from './schema-of.ts';

/**
 * A few payloads that together show the most: each adds places or types that those before it have not.
 * Values that the schema marks as personal data are replaced, since samples are for everybody to read.
 */
export function samplesOf(
  payloads: readonly JsonValue[],
  schema: JsonObject,
): readonly JsonValue[] {
  const traits = payloads.map((payload) => new Set(traitsOf(payload, '')));
  const shown = new Set<string>();
  const chosen: JsonValue[] = [];
  const adds = (index: number): number =>
    [...(traits[index] as Set<string>)].filter((trait) => !shown.has(trait)).length;
  while (chosen.length < LIMITS.samples) {
    let best = 0;
    let most = 0;
    for (let i = 0; i < payloads.length; i += 1) {
      const added = (traits[i] as Set<string>).size > most ? adds(i) : 0;
      if (added > most) [best, most] = [i, added];
    }
    if (most === 0) break;
    for (const trait of traits[best] as Set<string>) shown.add(trait);
    chosen.push(masked(payloads[best] as JsonValue, schema));
  }
  return [...new Map(chosen.map((one) => [canonical(one), one])).values()];
}

/** Places with their types; the items of an array count as one place, as the members of a map do not. */
function* traitsOf(value: JsonValue, at: string): Generator<string> {
  if (isArray(value)) {
    yield `${at} ${value.length === 0 ? 'empty array' : 'array'}`;
    for (const item of value) yield* traitsOf(item, `${at}/*`);
  } else if (isObject(value)) {
    yield `${at} object`;
    for (const [name, one] of Object.entries(value)) yield* traitsOf(one, `${at}/${name}`);
  } else yield `${at} ${value === null ? 'null' : typeof value}`;
}

/** A value with everything in it that the schema marks replaced by what has the same form. */
function masked(value: JsonValue, schema: JsonValue | undefined, personal = false): JsonValue {
  const marked = personal || member(schema, PERSONAL_DATA) === true;
  if (isArray(value)) return value.map((item) => masked(item, member(schema, 'items'), marked));
  if (isObject(value)) {
    const properties = member(schema, 'properties');
    const additional = member(schema, 'additionalProperties');
    const members = Object.entries(value).map(([name, one]): [string, JsonValue] => [
      name,
      masked(one, member(properties, name) ?? additional, marked),
    ]);
    return Object.fromEntries(members);
  }
  if (!marked) return value;
  return typeof value === 'string' ? stranger(value, member(schema, 'format')) : anyNumber(value);
}

const STRANGERS: Readonly<Record<string, string>> = {
  email: 'someone@example.com',
  uri: 'https://example.com/',
  date: '2000-01-01',
  'date-time': '2000-01-01T00:00:00Z',
  uuid: '00000000-0000-4000-8000-000000000000',
};

function stranger(text: string, format: JsonValue | undefined): string {
  const known = typeof format === 'string' ? STRANGERS[format] : undefined;
  return known ?? text.replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '0');
}

function anyNumber(value: JsonValue): JsonValue {
  return typeof value === 'number' ? 0 : value;
}
