import type { Lint } from './lint.ts';
import { said } from './place.ts';
import { isTimestamp } from './timestamp.ts';

/** Formats that say what the value is: with its offset, or a day or a span, which need none. */
const CLEAR: ReadonlySet<unknown> = new Set(['date-time', 'date', 'time', 'duration']);

export const timestampWithoutOffset: Lint = {
  rule: {
    id: 'lint/timestamp-without-offset',
    severity: 'warning',
    summary: 'A point in time may be written without its offset from UTC.',
    why: 'Half past two exists twice in the night when clocks go back, and means another moment in every warehouse. Whoever reads it guesses.',
    fix: 'Give it `"format": "date-time"`, which demands an offset; for a day, `"format": "date"`.',
  },
  fault: (place) => {
    if (!isTimestamp(place) || said(place, 'format').some((format) => CLEAR.has(format)))
      return undefined;
    // A pattern that speaks of Z or of a sign demands the offset itself.
    const demands = said(place, 'pattern').some((pattern) =>
      /Z|\+/.test(withoutCounts(String(pattern))),
    );
    return demands ? undefined : 'is a point in time whose offset from UTC nothing demands';
  },
};

/** A pattern without its repetitions, whose `+` is no sign. */
function withoutCounts(pattern: string): string {
  return pattern.replaceAll(/([\])}\w.])\+/g, '$1').replaceAll('A-Z', '');
}
