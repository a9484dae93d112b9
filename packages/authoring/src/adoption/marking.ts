/** What a name says about its version. */
export type Marking =
  | { readonly kind: 'none' }
  | { readonly kind: 'date'; readonly date: string }
  /** One to three numbers, `v2` as well as `1.2.0`. */
  | { readonly kind: 'number'; readonly parts: readonly number[] };

export const UNMARKED: Marking = { kind: 'none' };

const SEPARATOR = /^(.*?)[-._@ ]+$/s;
const YEAR = '(?:19|20)\\d{2}';
const DATE = new RegExp(`v?(${YEAR})[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\\d|3[01]))?$`, 'i');
const NUMBERS = /(v?)(\d{1,6})(?:[-._](\d{1,6}))?(?:[-._](\d{1,6}))?$/i;
/** A name is bounded by file systems; what comes from elsewhere is cut before it is searched. */
const MAX_LENGTH = 255;

/**
 * Splits a segment of a path into name and marking: `order-placed.v2`, `1.2.0`, `orders_2024-01`. A
 * number alone is a version only as a whole segment, after a dot or an `@`, or with a `v`: `line-2` is a name.
 */
export function splitMarking(segment: string): {
  readonly name: string;
  readonly marking: Marking;
} {
  const text = segment.slice(-MAX_LENGTH);
  return (
    splitAt(text, DATE, ([, year, month, day]) => ({
      kind: 'date',
      date: [year, month, day].filter((part) => part !== undefined).join('-'),
    })) ??
    splitAt(text, NUMBERS, ([all, letter, ...numbers], before) => {
      const parts = numbers.filter((part) => part !== undefined).map(Number);
      const sure = letter !== '' || parts.length > 1 || /(^|[.@])$/.test(before);
      // Without a separator only a capital V after a small letter begins a version: orderPlacedV2.
      const apart =
        /(^|[-._@ ])$/.test(before) || (/[a-z0-9]$/.test(before) && all.startsWith('V'));
      return sure && apart ? { kind: 'number', parts } : undefined;
    }) ?? { name: segment, marking: UNMARKED }
  );
}

type Read = (found: readonly [string, ...string[]], before: string) => Marking | undefined;

function splitAt(
  text: string,
  pattern: RegExp,
  read: Read,
): { readonly name: string; readonly marking: Marking } | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const before = text.slice(0, found.index);
  if (pattern === DATE && !/(^|[-._@ ])$/.test(before)) return undefined;
  const marking = read(found as unknown as [string, ...string[]], before);
  if (marking === undefined) return undefined;
  return { name: SEPARATOR.exec(before)?.[1] ?? before, marking };
}

/** Unmarked first, then dates, then numbers; each kind by its own order. */
export function compareMarkings(a: Marking, b: Marking): number {
  if (a.kind === 'date' && b.kind === 'date') return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
  if (a.kind === 'number' && b.kind === 'number') {
    const [major, minor, patch] = [0, 1, 2].map((i) => (a.parts[i] ?? 0) - (b.parts[i] ?? 0));
    return major || minor || patch || 0;
  }
  const rank = { none: 0, date: 1, number: 2 };
  return rank[a.kind] - rank[b.kind];
}
