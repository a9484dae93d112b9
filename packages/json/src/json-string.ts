/** A run of characters that stand for themselves inside a string. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these
const PLAIN = /[^"\\\u0000-\u001f]*/y;
/** Under the u flag a pair is one character, so only halves are of this category. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export type ScannedString =
  | { readonly value: string; readonly end: number; readonly fault?: undefined }
  /** `{here}` in the fault stands for the character at `end`. */
  | { readonly end: number; readonly fault: string };

/** Reads the JSON string that begins with the quote at `start`; `end` is the offset behind it, or of the fault. */
export function scanString(text: string, start: number): ScannedString {
  let value = '';
  let at = start + 1;
  for (;;) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text)?.[0] ?? '';
    value += plain;
    at += plain.length;
    if (text[at] === '"') return { value, end: at + 1 };
    if (text[at] !== '\\') {
      return { end: at, fault: 'A string must end in a double quote on its own line, got {here}.' };
    }
    const escaped = scanEscape(text, at);
    if (escaped === undefined) {
      return { end: at, fault: `"\\${text[at + 1] ?? ''}" is no escape that JSON knows.` };
    }
    value += escaped;
    at += text[at + 1] === 'u' ? 6 : 2;
  }
}

function scanEscape(text: string, at: number): string | undefined {
  const character = text[at + 1] ?? '';
  if (character !== 'u') return Object.hasOwn(ESCAPES, character) ? ESCAPES[character] : undefined;
  const digits = text.slice(at + 2, at + 6);
  return /^[\da-fA-F]{4}$/.test(digits)
    ? String.fromCharCode(Number.parseInt(digits, 16))
    : undefined;
}

/** Whether every surrogate has its other half. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}
