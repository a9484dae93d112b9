import { createHash } from 'node:crypto';
import { isArray, isObject, type JsonValue } from './value.ts';

/**
 * The one text of a value: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript prints them (RFC 8785, JSON Canonicalization Scheme).
 */
export function canonical(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name] as JsonValue)}`);
  return `{${members.join(',')}}`;
}

/** `sha256:` and the hexadecimal digest of the canonical text in UTF-8. */
export function digest(value: JsonValue): string {
  return `sha256:${createHash('sha256').update(canonical(value), 'utf8').digest('hex')}`;
}
