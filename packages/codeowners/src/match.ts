import { ONE, type Pattern, type Segment, STAR } from './pattern.ts';

/** A path cut up once, so that many patterns can be tried on it. */
export type SplitPath = readonly { readonly name: string; readonly chars: readonly string[] }[];

/** The segments of a plain relative path; undefined for any other (absolute, empty, with an empty segment). */
export function splitPath(path: string): SplitPath | undefined {
  const names = path.split('/');
  if (names.includes('')) return undefined;
  return names.map((name) => ({ name, chars: Array.from(name) }));
}

/** Whether a pattern matches a path. Time grows with the product of their lengths, and no faster. */
export function matches(pattern: Pattern, path: SplitPath): boolean {
  return fits(pattern, path, isAnyDepth, fitsSegment);
}

function isAnyDepth(segment: Segment): boolean {
  return segment.kind === 'any-depth';
}

function fitsSegment(segment: Segment, { name, chars }: SplitPath[number]): boolean {
  switch (segment.kind) {
    case 'any-depth':
      return true;
    case 'literal':
      return segment.name === name;
    case 'wildcard':
      return fits(
        segment.glyphs,
        chars,
        (glyph) => glyph === STAR,
        (glyph, char) => glyph === ONE || glyph === char,
      );
  }
}

/**
 * Wildcard matching without recursion: on a mismatch only the latest gap is widened, since an earlier gap can do
 * nothing that the latest cannot. Segments of a path and characters of a segment are matched alike.
 */
function fits<P, T>(
  pattern: readonly P[],
  text: readonly T[],
  isGap: (part: P) => boolean,
  accepts: (part: P, piece: T) => boolean,
): boolean {
  let p = 0;
  let gap = -1;
  let gapEnd = 0;
  for (let t = 0; t < text.length; ) {
    const part = pattern[p];
    if (part !== undefined && isGap(part)) {
      gap = p;
      gapEnd = t;
      p += 1;
    } else if (part !== undefined && accepts(part, text[t] as T)) {
      p += 1;
      t += 1;
    } else if (gap >= 0) {
      gapEnd += 1;
      t = gapEnd;
      p = gap + 1;
    } else {
      return false;
    }
  }
  return pattern.slice(p).every(isGap);
}
