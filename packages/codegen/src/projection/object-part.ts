import { escapeToken, isArray, isObject, type JsonObject, type Pointer } from '@treaty/json';
import { inPlaceOf } from '@treaty/schema';
import type { Projector, Within } from './projector.ts';
import { eitherOf, isNever, isUnknown, type SimpleSchema, UNKNOWN } from './simple-schema.ts';

/** Keywords that tell something about objects, to a type. */
export const TELLING_OF_OBJECTS: readonly string[] = [
  'properties',
  'required',
  'additionalProperties',
  'patternProperties',
  'unevaluatedProperties',
];

export function objectPart(
  projector: Projector,
  pointer: Pointer,
  words: JsonObject,
  within: Within,
): SimpleSchema {
  const under = (keyword: string): [string, SimpleSchema][] => {
    const schemas = words[keyword];
    if (!isObject(schemas)) return [];
    return Object.keys(schemas).map((name) => [
      name,
      projector.project(`${pointer}/${keyword}/${escapeToken(name)}`),
    ]);
  };
  const required = namesIn(words['required']);
  const properties = new Map(under('properties'));
  // A name that is required but nowhere described still has to be there.
  for (const name of required) if (!properties.has(name)) properties.set(name, UNKNOWN);
  return {
    type: 'object',
    properties: Object.fromEntries(
      [...properties].map(([name, schema]) => [projector.members.standInFor(name), schema]),
    ),
    required: required.map((name) => projector.members.standInFor(name)),
    additionalProperties: additional(
      remainder(projector, pointer, words, within),
      under('patternProperties').map(([, schema]) => schema),
    ),
  };
}

/**
 * One index signature for all members without a property: the patterns and the remainder together, since a
 * type cannot tell names apart by a pattern.
 */
function additional(
  remainder: SimpleSchema | boolean,
  patterns: readonly SimpleSchema[],
): SimpleSchema | boolean {
  if (remainder === true) return true;
  const signature = eitherOf(remainder === false ? patterns : [...patterns, remainder]);
  if (isUnknown(signature)) return true;
  return isNever(signature) ? false : signature;
}

/** What members may be that neither a property nor a pattern declares. */
function remainder(
  { document, project }: Projector,
  pointer: Pointer,
  words: JsonObject,
  within: Within,
): SimpleSchema | boolean {
  const { additionalProperties, unevaluatedProperties } = words;
  if (isObject(additionalProperties)) return project(`${pointer}/additionalProperties`);
  if (additionalProperties === false) return false;
  const nothingElseApplies = inPlaceOf(document, pointer).length === 0;
  if (unevaluatedProperties === false && nothingElseApplies && additionalProperties === undefined)
    return false;
  return additionalProperties === true || !within.closed;
}

function namesIn(value: JsonObject[string] | undefined): string[] {
  if (!isArray(value)) return [];
  return [...new Set(value)].filter((name) => typeof name === 'string');
}
