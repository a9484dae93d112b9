/** Any run of characters within one segment, the empty one included. */
export const STAR: unique symbol = Symbol('*');
/** Exactly one character. */
export const ONE: unique symbol = Symbol('?');
export type Glyph = string | typeof STAR | typeof ONE;

/** What one segment of a path must be; `any-depth` stands for any number of segments, none included. */
export type Segment =
  | { readonly kind: 'any-depth' }
  | { readonly kind: 'literal'; readonly name: string }
  | { readonly kind: 'wildcard'; readonly glyphs: readonly Glyph[] };

/** A pattern as the segments that a whole path must be made of. */
export type Pattern = readonly Segment[];

const ANY_DEPTH: Segment = { kind: 'any-depth' };
const ANY_NAME: Segment = { kind: 'wildcard', glyphs: [ONE, STAR] };

/** What a pattern would own if it were read, and why GitHub or its readers cannot read it. */
export interface PatternFault {
  readonly kind: 'Invalid pattern' | 'Ambiguous pattern';
  readonly message: string;
  readonly suggestion?: string;
  /** Everything below the segments before the one that cannot be read. */
  readonly reach: Pattern;
}

/**
 * Compiles a pattern of the GitHub dialect, escapes included (`\ ` is a space, `\*` a star).
 *
 * A pattern without a slash, or with one at its end only, matches at any depth; any other starts at the root.
 * It owns the path it matches and all below it, except that a lone `*` at the end of a pattern with a slash
 * before it reaches no deeper, and that `/` at the end asks for a folder. `**` as a whole segment spans any
 * number of segments, elsewhere it is `*`.
 */
export function compilePattern(source: string): Pattern | PatternFault {
  const names = source.split('/');
  const fault = findFault(source, names);
  if (fault !== undefined) return fault;

  const folder = names.length > 1 && names.at(-1) === '';
  if (folder) names.pop();
  const anchored = names.length > 1;
  if (anchored && names[0] === '') names.shift();

  const last = names.length - 1;
  const segments = names.flatMap((name, i) => {
    if (name !== '**') return [compileSegment(name)];
    return i === last ? [ANY_NAME, ANY_DEPTH] : [ANY_DEPTH];
  });
  if (!anchored) segments.unshift(ANY_DEPTH);
  if (folder) segments.push(ANY_NAME, ANY_DEPTH);
  else if (names[last] !== '*' && names[last] !== '**') segments.push(ANY_DEPTH);
  return segments;
}

function findFault(source: string, names: readonly string[]): PatternFault | undefined {
  const invalid = (at: number, message: string, suggestion?: string): PatternFault => ({
    kind: 'Invalid pattern',
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
    reach: reachBefore(names, at),
  });
  if (source.startsWith('!')) return invalid(0, 'GitHub has no negation with !');
  if (source.startsWith('\\#')) return invalid(0, 'GitHub does not support the escape \\#');
  for (const [at, name] of names.entries()) {
    if (name.includes('\0')) return invalid(at, 'a pattern cannot hold the character NUL');
    if (name.includes('***')) {
      return invalid(at, '*** is not supported', collapseStars(source));
    }
    if (endsInEscape(name)) return invalid(at, 'a backslash must stand before a character');
    if (name.includes('#')) {
      return {
        kind: 'Ambiguous pattern',
        message: 'readers of CODEOWNERS disagree whether # inside a pattern starts a comment',
        reach: reachBefore(names, at),
      };
    }
  }
  return undefined;
}

function reachBefore(names: readonly string[], at: number): Pattern {
  const before = names.slice(0, at);
  if (before[0] === '') before.shift();
  const segments = before.map((name) => (name === '**' ? ANY_DEPTH : compileSegment(name)));
  return [...segments, ANY_DEPTH];
}

function collapseStars(source: string): string {
  let collapsed = source;
  while (collapsed.includes('***')) collapsed = collapsed.replaceAll('***', '**');
  return collapsed;
}

function endsInEscape(name: string): boolean {
  let backslashes = 0;
  while (name[name.length - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function compileSegment(name: string): Segment {
  const glyphs: Glyph[] = [];
  let escaped = false;
  for (const char of name) {
    if (!escaped && char === '\\') {
      escaped = true;
      continue;
    }
    if (escaped || (char !== '*' && char !== '?')) glyphs.push(char);
    else if (char === '?') glyphs.push(ONE);
    else if (glyphs.at(-1) !== STAR) glyphs.push(STAR);
    escaped = false;
  }
  if (glyphs.every((glyph) => typeof glyph === 'string')) {
    return { kind: 'literal', name: glyphs.join('') };
  }
  // A path has no empty segments, so that a lone star stands for at least one character.
  return glyphs.length === 1 && glyphs[0] === STAR ? ANY_NAME : { kind: 'wildcard', glyphs };
}
