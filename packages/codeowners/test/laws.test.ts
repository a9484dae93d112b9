import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownersOf, parseCodeowners } from '../src/index.ts';
import { oracle } from './oracle.ts';

// Few names, so that patterns and paths meet often.
const part = fc.constantFrom('a', 'b', 'ab', 'ba', 'a.b', 'b.a', 'aab.b', '🜁');
const path = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));
const wildPart = fc.oneof(
  part,
  fc.constantFrom('*', '**', '?', '*.b', 'a*', '*a', '*a*', '?.?', 'a?*', '\\*', '**a', '*b*a'),
);
const pattern = fc
  .tuple(
    fc.constantFrom('', '/'),
    fc.array(wildPart, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('', '/'),
  )
  .map(([start, parts, end]) => `${start}${parts.join('/')}${end}`);

const runs = { numRuns: 5000 };
const owners = (text: string, file: string) => ownersOf(parseCodeowners(text), file).owners;

describe('laws of matching', () => {
  test('the last of many lines decides, as a regular expression a line finds it', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 12 }), path, (patterns, file) => {
        const text = patterns.map((one, i) => `${one} @owner${i}`).join('\n');
        const last = patterns.findLastIndex((one) => oracle(one).test(file));
        expect(ownersOf(parseCodeowners(text), file)).toEqual(
          last < 0
            ? { owners: [], line: undefined }
            : { owners: [`@owner${last}`], line: last + 1 },
        );
      }),
      runs,
    );
  });

  test('a path, with its special characters escaped, owns itself and all below', () => {
    const name = fc
      .string({ minLength: 1, unit: 'binary' })
      .filter((text) => !/[\0\n\r\t#/]/.test(text));
    const names = fc.array(name, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(names, names, (folders, below) => {
        const line = `/${folders.join('/').replaceAll(/[\\*? ]/g, '\\$&')} @ana`;
        const file = folders.join('/');
        expect(owners(line, file)).toEqual(['@ana']);
        expect(owners(line, `${file}/${below.join('/')}`)).toEqual(['@ana']);
      }),
    );
  });

  test('a line without owners leaves nothing to the lines before it', () => {
    fc.assert(
      fc.property(pattern, path, (one, file) => {
        const before = owners(`${one} @ana`, file);
        const after = owners(`${one} @ana\n${one}`, file);
        expect([before, after]).toEqual([before, []]);
      }),
      runs,
    );
  });

  test('any text is read without an exception, each line once at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), path, (text, file) => {
        const { rules, problems } = parseCodeowners(text);
        ownersOf(parseCodeowners(text), file);
        const lines = [...rules, ...problems.filter((problem) => problem.reach)].map(
          (one) => one.line,
        );
        expect(new Set(lines).size).toBe(lines.length);
      }),
    );
  });
});

describe('evil patterns end', () => {
  test('forty **, each with a name', () => {
    const text = `${'**/a/'.repeat(40)}b @ana`;
    expect(owners(text, `${'a/'.repeat(2000)}c`)).toEqual([]);
    expect(owners(text, `${'a/'.repeat(2000)}b`)).toEqual(['@ana']);
  });

  test('two thousand stars within a segment', () => {
    const text = `${'*a'.repeat(2000)}b @ana`;
    expect(owners(text, 'a'.repeat(4000))).toEqual([]);
    expect(owners(text, `${'a'.repeat(4000)}b`)).toEqual(['@ana']);
  });
});
