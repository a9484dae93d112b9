import type { JsonObject } from '@treaty/json';

/**
 * A schema in the few keywords that json-schema-to-typescript turns into a sound type: `tsType`, one
 * scalar or object or array `type`, `enum` of scalars, `allOf`, `anyOf`, and `$ref` without siblings.
 */
export type SimpleSchema = JsonObject;

export const UNKNOWN: SimpleSchema = { tsType: 'unknown' };
export const NEVER: SimpleSchema = { tsType: 'never' };

export function eitherOf(members: readonly SimpleSchema[]): SimpleSchema {
  if (members.some(isUnknown)) return UNKNOWN;
  const possible = members.filter((member) => !isNever(member));
  const [only = NEVER] = possible;
  return possible.length > 1 ? { anyOf: possible } : only;
}

export function allOfThem(parts: readonly SimpleSchema[]): SimpleSchema {
  if (parts.some(isNever)) return NEVER;
  const telling = parts.filter((part) => !isUnknown(part));
  const [only = UNKNOWN] = telling;
  return telling.length > 1 ? { allOf: telling } : only;
}

export function isUnknown(schema: SimpleSchema): boolean {
  return schema['tsType'] === 'unknown';
}

export function isNever(schema: SimpleSchema): boolean {
  return schema['tsType'] === 'never';
}

/** A type cannot repeat a reference under another comment, so the reference is wrapped. */
export function annotated(schema: SimpleSchema, annotations: JsonObject): SimpleSchema {
  if (Object.keys(annotations).length === 0) return schema;
  const isReference = Object.hasOwn(schema, '$ref');
  return { ...(isReference ? { allOf: [schema] } : schema), ...annotations };
}
