import { RegExpParser } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedPattern, isRisky } from '../src/index.ts';
import { programOf } from '../src/patterns/program.ts';
import { finds } from '../src/patterns/simulate.ts';

function simulated(source: string, text: string, left = 1_000_000): boolean | undefined {
  const parser = new RegExpParser();
  const program = programOf(parser.parsePattern(source, 0, source.length, { unicode: true }));
  return program && finds(program, [...text], { left });
}

const PIECES = [...'ab^$.-é😀', '[ab]', '[^a]', '\\w', '\\d', '\\b', '\\B', '\\p{Lu}'];
const TIMES = ['*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}', '{0}', '+?'];
const { source } = fc.letrec<{ source: string; term: string }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...PIECES),
    fc
      .tuple(tie('source'), fc.constantFrom(...TIMES))
      .map(([inner, times]) => `(?:${inner})${times}`),
    tie('source').map((inner) => `(${inner})`),
    fc.tuple(fc.constantFrom('=', '!'), tie('source')).map(([is, inner]) => `(?${is}${inner})`),
  ),
  source: fc
    .array(fc.array(tie('term'), { maxLength: 3 }), { minLength: 1, maxLength: 2 })
    .map((alternatives) => alternatives.map((terms) => terms.join('')).join('|')),
}));
const text = fc.string({ unit: fc.constantFrom(...'aab-1É\n_é😀', '\ud83d'), maxLength: 8 });

describe('a pattern', () => {
  test('is answered by the automaton as by the engine of Node', () => {
    fc.assert(
      fc.property(source, text, (source, text) => {
        // Node looks between the two halves of a character for what is not there; the specification does not.
        fc.pre(!(source.includes('(?!') && text.includes('😀')));
        const expression = new RegExp(source, 'u');
        expect(simulated(source, text)).toBe(expression.test(text));
        expect(boundedPattern(source)(text)).toBe(expression.test(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['^(a+)+$', 'a'.repeat(47), '!'],
    ['(a|a)*b', 'a'.repeat(500), 'c'],
    ['^(\\w+\\s?)*$', 'many words in a row '.repeat(50), '!'],
    ['^(((a{0,3}){0,3}){0,3}){0,3}$', 'a'.repeat(60), '!'],
    ['^(a|a|a|a|a|a)*b?$', 'a'.repeat(20), '!'],
    [`^${'a?'.repeat(40)}${'a'.repeat(40)}$`, 'a'.repeat(60), '!'],
    ['^a*a*a*a*$', 'a'.repeat(5000), '!'],
    ['^(?=(a+)+$)a', 'a'.repeat(100), '!'],
  ])('%s that would run away comes back with the answer', (pattern, matching, spoilt) => {
    const matches = boundedPattern(pattern);
    expect(matches(matching)).toBe(pattern !== '(a|a)*b');
    expect(matches(matching + spoilt)).toBe(false);
  });

  test.each(['^[a-z0-9]+(-[a-z0-9]+)*$', '^\\S+$', '^[A-Za-z0-9+/]*={0,2}$', '^[^@]+@[^@]+$'])(
    '%s is answered for the longest texts that a payload brings',
    (pattern) => {
      const long = `${'a'.repeat(100_000)}${pattern.includes('@') ? '@a' : ''}`;
      expect(boundedPattern(pattern)(long)).toBe(true);
      expect(boundedPattern(pattern)(`${long} @`)).toBe(false);
    },
  );

  test.each([
    ['a back reference', '^(a*)*\\1$', 'a'.repeat(100)],
    ['lookbehind', '^(a+)+(?<=b)$', 'a'.repeat(100)],
    ['too many states', '^((a{1,300}){1,300})+$', `${'a'.repeat(100)}!`],
    ['nested without end', `${'('.repeat(5000)}a*${')'.repeat(5000)}`, 'a'],
  ])('stays undecided with %s', (_, pattern, text) => {
    expect(boundedPattern(pattern)(text)).toBeUndefined();
  });

  test('stays undecided where the steps do not suffice', () => {
    expect(simulated('^(a+)+$', 'a'.repeat(100), 100)).toBeUndefined();
  });

  test('with a back reference is answered for short texts', () => {
    expect(boundedPattern('^([ab])-\\1+$')('a-aa')).toBe(true);
  });

  test('that is none throws as RegExp does', () => {
    expect(() => boundedPattern('(')).toThrow(SyntaxError);
  });
});

test.each([
  ['^[a-z0-9]+(-[a-z0-9]+)*$', false],
  ['^([a-z]+\\.)*[a-z]+$', false],
  ['^[A-Z]{3}$', false],
  ['(a+)+$', true],
  ['^(a|a)*$', true],
  ['^(\\w+\\s?)*$', true],
  ['^.*a.*b.*c.*$', true],
  ['(a)\\1', true],
  ['(', true],
])('whether %s may run away: %s', (pattern, risky) => {
  expect(isRisky(pattern)).toBe(risky);
});
