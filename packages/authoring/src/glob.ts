/** How many patterns the braces of one may stand for. */
const MAX_ALTERNATIVES = 256;

/**
 * Whether a path matches a pattern: `*` and `?` within a segment, a segment `**` for any number of them,
 * `{a,b}` for alternatives. Names that begin with a dot match like any other. Time grows with the length
 * of pattern times path, whatever the pattern: no regular expression is made of it.
 */
export function matchGlob(pattern: string, path: string): boolean {
  const segments = path.split('/');
  return alternatives(normal(pattern)).some((one) =>
    matches(one.split('/'), segments, '**', (part, segment) =>
      matches([...part], [...segment], '*', (a, b) => a === '?' || a === b),
    ),
  );
}

/** The folder that all matches of some patterns lie in: `contracts` for `contracts/**\/*.json`. */
export function commonFolder(patterns: readonly string[]): string {
  const folders = patterns.map((pattern) => {
    const segments = normal(pattern).split('/').slice(0, -1);
    const wild = segments.findIndex((segment) => /[*?{]/.test(segment));
    return segments.slice(0, wild < 0 ? undefined : wild);
  });
  const [first = []] = folders;
  const apart = first.findIndex((segment, i) => folders.some((other) => other[i] !== segment));
  return first.slice(0, apart < 0 ? undefined : apart).join('/');
}

/** As paths of the registry are written, on Windows too. */
function normal(pattern: string): string {
  return pattern.replaceAll('\\', '/').replace(/^\.\//, '');
}

/** One matcher for both levels: `any` stands for any number of elements, `equals` compares the others. */
function matches(
  pattern: readonly string[],
  text: readonly string[],
  any: string,
  equals: (part: string, element: string) => boolean,
): boolean {
  // reached[i]: the pattern so far matches the first i elements.
  let reached = text.map(() => false);
  reached = [true, ...reached];
  for (const part of pattern) {
    let open = false;
    reached = reached.map((_, i) => {
      if (part === any) {
        open ||= reached[i] === true;
        return open;
      }
      return i > 0 && reached[i - 1] === true && equals(part, text[i - 1] as string);
    });
  }
  return reached.at(-1) === true;
}

/** Braces written out, innermost first; past the limit the rest stands for itself. */
function alternatives(pattern: string): readonly string[] {
  let done: string[] = [pattern];
  for (;;) {
    const next = done.flatMap((one) => {
      const found = /\{([^{}]*)\}/.exec(one);
      if (found === null) return [one];
      const [before, after] = [one.slice(0, found.index), one.slice(found.index + found[0].length)];
      return (found[1] ?? '').split(',').map((part) => before + part + after);
    });
    if (next.length > MAX_ALTERNATIVES || next.every((one, i) => one === done[i])) return done;
    done = next;
  }
}
