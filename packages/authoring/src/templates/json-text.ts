import type { JsonValue } from '@treaty/json';

/** JSON as people like to read it in a file. */
export function jsonText(value: JsonValue): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
