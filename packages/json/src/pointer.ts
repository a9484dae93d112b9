import { isArray, isObject, type JsonValue } from './value.ts';

/** A place in a JSON value, RFC 6901: `""` is the root, `/lines/0/price` a member. */
export type Pointer = string;

export function formatPointer(tokens: readonly (string | number)[]): Pointer {
  return tokens.map((token) => `/${escapeToken(String(token))}`).join('');
}

/** The tokens of a pointer, unescaped. Throws a RangeError on text that is no pointer. */
export function parsePointer(pointer: Pointer): string[] {
  if (pointer === '') return [];
  if (!isPointer(pointer)) throw new RangeError(`not a JSON pointer: ${JSON.stringify(pointer)}`);
  return pointer.slice(1).split('/').map(unescapeToken);
}

/** RFC 6901 syntax, with `~2` for a member that is named `*` (see {@link ANY}). */
export function isPointer(text: string): boolean {
  return text === '' || (text.startsWith('/') && !/~(?![012])/.test(text));
}

/** In attribute pointers `*` stands for any array index or member name; a member named `*` is `~2`. */
export const ANY = '*';

export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeToken(token: string): string {
  return token.replaceAll('~2', '*').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The value at a pointer, or undefined where nothing is. */
export function valueAt(root: JsonValue, pointer: Pointer): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const token of parsePointer(pointer)) {
    if (isArray(value)) value = /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else if (isObject(value)) value = Object.hasOwn(value, token) ? value[token] : undefined;
    else return undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** Whether the attribute pointer `attribute` is `ancestor` or lies below it; `*` equals only `*`. */
export function isWithin(attribute: Pointer, ancestor: Pointer): boolean {
  return attribute === ancestor || attribute.startsWith(`${ancestor}/`);
}
