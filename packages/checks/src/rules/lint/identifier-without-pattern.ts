import { isIdentifier } from './identifier.ts';
import type { Lint } from './lint.ts';
import { says } from './place.ts';

export const identifierWithoutPattern: Lint = {
  rule: {
    id: 'lint/identifier-without-pattern',
    severity: 'warning',
    summary: 'An identifier may be any string.',
    why: 'A lower-case letter, a lost leading zero or a stray blank makes another thing of it, and every system downstream files it as one.',
    fix: 'Say what it looks like, with a `pattern` or a `format` such as uuid.',
  },
  fault: (place) =>
    isIdentifier(place) && !says(place, 'pattern', 'format', 'enum', 'const')
      ? 'is an identifier without a pattern'
      : undefined,
};
