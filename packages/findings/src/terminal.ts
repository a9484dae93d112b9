/** How text for people is dressed. The plain palette leaves every word as it is. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const same = (text: string): string => text;
export const PLAIN: Palette = { error: same, warning: same, good: same, strong: same, quiet: same };

const ansi =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[${code === 1 || code === 2 ? 22 : 39}m`;
export const COLOUR: Palette = {
  error: ansi(31),
  warning: ansi(33),
  good: ansi(32),
  strong: ansi(1),
  quiet: ansi(2),
};

/**
 * Text from outside made safe for a terminal, a log and a workflow command: control characters and the
 * characters that reorder text are shown as escapes. Line feeds stay.
 */
export function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (character) =>
      character === '\n'
        ? character
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same on one line: no text from outside can begin a line of its own. */
export function plainLine(text: string): string {
  return plain(text.replace(/\s*\r?\n\s*/g, ' '));
}
