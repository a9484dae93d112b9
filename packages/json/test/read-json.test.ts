import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../src/index.ts';

/** Text → the first problem, as `line:column kind`. */
const REFUSED: readonly (readonly [text: string, problem: string])[] = [
  ['', '1:1 malformed'],
  ['{"a" 1}', '1:6 malformed'],
  ['[1,]', '1:4 malformed'],
  ['{"a":1,}', '1:8 malformed'],
  ['{a: 1}', '1:2 malformed'],
  ['[1] 2', '1:5 malformed'],
  ['nul', '1:1 malformed'],
  ['NaN', '1:1 malformed'],
  ['01', '1:2 malformed'],
  ['"\\x"', '1:2 malformed'],
  ['"\\u12g4"', '1:2 malformed'],
  ['"a\nb"', '1:3 malformed'],
  ['{\n  "total": 1e999\n}', '2:12 number-out-of-range'],
];

/** Text that JSON.parse accepts without a word. */
const HIDDEN: readonly (readonly [text: string, problem: string])[] = [
  ['{\n  "a": 1,\n  "a": 2\n}', '3:3 duplicate-key'],
  ['{"\\u0061": 1, "a": 2}', '1:15 duplicate-key'],
  ['["\\ud800"]', '1:2 lone-surrogate'],
  ['[9007199254740993]', '1:2 number-inexact'],
];

describe('readJson', () => {
  test.each(REFUSED)('refuses %j at %s', (text, problem) => {
    const { located, problems } = readJson(text);
    expect(located).toBeUndefined();
    expect(problems.map(inShort)).toEqual([problem]);
    if (!text.includes('1e999')) expect(() => JSON.parse(text)).toThrow();
  });

  test.each(HIDDEN)('finds what JSON.parse hides in %j', (text, problem) => {
    const { located, problems } = readJson(text);
    expect(problems.map(inShort)).toEqual([problem]);
    expect(located?.value).toEqual(JSON.parse(text));
  });

  test('reads what JSON.stringify writes, whatever its indentation', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.nat({ max: 4 }), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        const { located, problems } = readJson(written);
        expect(JSON.stringify(located?.value)).toBe(JSON.stringify(JSON.parse(written)));
        expect(problems.filter(({ kind }) => kind !== 'lone-surrogate')).toEqual([]);
      }),
    );
  });

  test('accepts and refuses exactly what JSON.parse does, on damaged text', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '{', '}', '[', ',', ':', '"', '\\', '0', '-', 'e', ' ', '\u0000'),
      )
      .map(([text, at, piece]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + piece + text.slice(cut + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const { located, problems } = readJson(text);
        // A number beyond the range of a double is the one thing that only readJson refuses.
        if (problems.some(({ kind }) => kind === 'number-out-of-range')) return;
        expect(located !== undefined).toBe(isParsable(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('says where a value, its name and what is missing stand', () => {
    const located = readJson('{\n  "lines": [\n    { "sku": "A" },\n    7\n  ]\n}').located;
    expect(located?.positionOf('/lines/0/sku')).toEqual({ line: 3, column: 14 });
    expect(located?.positionOf('/lines/0/sku', 'name')).toEqual({ line: 3, column: 7 });
    expect(located?.positionOf('/lines/1')).toEqual({ line: 4, column: 5 });
    expect(located?.positionOf('/lines/0/price')).toEqual({ line: 3, column: 5 });
  });

  test('keeps __proto__ as a member like any other', () => {
    const value = readJson('{"__proto__": {"polluted": true}}').located?.value;
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('refuses what nests deeper, or is longer, than the limits', () => {
    expect(readJson('['.repeat(100_000)).problems.map(({ kind }) => kind)).toEqual(['too-deep']);
    const { problems } = readJson('[1, 2, 3]', { maxDepth: 10, maxLength: 5 });
    expect(problems.map(({ kind }) => kind)).toEqual(['too-large']);
  });

  test('skips a byte order mark, and counts lines that end in CRLF', () => {
    const located = readJson('\uFEFF{\r\n  "a": 1\r\n}').located;
    expect(located?.positionOf('/a')).toEqual({ line: 2, column: 8 });
  });
});

function inShort({ kind, position }: ReturnType<typeof readJson>['problems'][number]): string {
  return `${position.line}:${position.column} ${kind}`;
}

function isParsable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
