import { isIdentifier } from './identifier.ts';
import type { Lint } from './lint.ts';
import { hasType, type Place, said, says } from './place.ts';
import { isTimestamp } from './timestamp.ts';

export const unboundedString: Lint = {
  rule: {
    id: 'lint/unbounded-string',
    severity: 'warning',
    summary: 'A string may be of any length.',
    why: 'Every reader has a column, a label or a card of some width. What is longer is cut off there, silently, or stops the batch.',
    fix: 'Give it the `maxLength` that the narrowest reader bears.',
  },
  fault: (place) => {
    // Those two have rules of their own, and what mends them bounds them.
    if (!hasType(place, 'string') || isIdentifier(place) || isTimestamp(place)) return undefined;
    return isBounded(place) ? undefined : 'is a string of any length';
  },
};

/** Formats whose texts can be as long as somebody likes. */
const LONG: ReadonlySet<unknown> = new Set([
  'iri',
  'iri-reference',
  'json-pointer',
  'regex',
  'relative-json-pointer',
  'uri',
  'uri-reference',
  'uri-template',
]);

function isBounded(place: Place): boolean {
  return (
    says(place, 'maxLength', 'enum', 'const') ||
    said(place, 'format').some((format) => !LONG.has(format)) ||
    said(place, 'pattern').some((pattern) => isBoundedPattern(String(pattern)))
  );
}

/** Whether a pattern holds the whole text and repeats nothing without an end. */
function isBoundedPattern(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\./g, '_').replaceAll(/\[[^\]]*\]/g, '_');
  return bare.startsWith('^') && bare.endsWith('$') && !/[*+]|\{\d+,\}/.test(bare);
}
