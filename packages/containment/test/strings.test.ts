import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepts, complement, intersection, languageOf } from '../src/strings/language.ts';
import { shortestWord } from '../src/strings/shortest-word.ts';

const PATTERNS = [
  '^(?!.*\\.\\.)',
  '^(?=a)b',
  '^(?=ab|c).*x$',
  '^(?!a$)a|b',
  'a|^b$',
  '^a|b$',
  '^(?:a|b)$',
  '^(a|b)$|c',
  '\\d+',
  '^$',
  '',
  '^(?!foo)(?!bar)[a-z]+$',
  '(^a$)',
  '^[^@]+@[^@]+$',
  '[\\s\\S]',
  '^.$',
  '^(?=.*a$).*$',
  '^[a-z]{2,3}(-[a-z]+)*$',
  '^\\p{Lu}',
  '^.{2}$',
];
const WORDS = [
  '',
  'a',
  'b',
  'ab',
  'abx',
  'cx',
  'c',
  'aa',
  'x..y',
  'x.y',
  'foo',
  'foox',
  'bar',
  'zap',
  'a1',
  'a@b',
  '\n',
  'xy',
  '😀',
  '😀a',
  'bz',
  'a\nb',
  'É',
  'en-gb',
];

describe('languages', () => {
  test.each(PATTERNS)('%s is the language of its regular expression', (pattern) => {
    const language = languageOf(pattern);
    const expression = new RegExp(pattern, 'u');
    if (!language) throw new Error('not read');
    const words = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.string({ unit: fc.constantFrom(...'abfox.@1-') }),
    );
    fc.assert(fc.property(words, (word) => accepts(language, word) === expression.test(word)));
    expect(WORDS.map((word) => accepts(complement(language), word))).toEqual(
      WORDS.map((word) => !expression.test(word)),
    );
  });

  test.each(['(?!x)a', 'x(?=y)', '\\bfoo', '(a)\\1', '^(^a$)', '(', '\\-'])(
    '%s is not read',
    (pattern) => {
      expect(languageOf(pattern)).toBeUndefined();
    },
  );

  test('too many states are not built', () => {
    expect(languageOf('^.*a.{40}$')).toBeUndefined();
  });
});

describe('the shortest word', () => {
  const language = (...patterns: string[]) =>
    patterns.map((each) => languageOf(each)).reduce((a, b) => a && b && intersection(a, b));
  const word = (least: number, most: number, ...patterns: string[]) => {
    const found = language(...patterns);
    return found && shortestWord(found, least, most);
  };

  test('has at least and at most so many characters', () => {
    expect(word(0, 10, '^a+$')).toEqual({ word: 'a' });
    expect(word(4, 10, '^a+$')).toEqual({ word: 'aaaa' });
    expect(word(2, 3, '^(a|aaaa)$')).toBe('none');
    expect(word(0, 0, 'a')).toBe('none');
  });

  test('prefers what people can read', () => {
    expect(word(1, 10, '^[^a]$')).toEqual({ word: 'b' });
    expect(word(1, 1, '^[\\u{1F600}-\\u{1F610}]$')).toEqual({ word: '😀' });
  });

  test('is no lone surrogate', () => {
    expect(word(1, 1, '^[\\uD800-\\uDBFF]$')).toBeUndefined();
  });
});
