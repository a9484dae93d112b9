import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COLOUR,
  countsInWords,
  PLAIN,
  type Report,
  renderGithub,
  renderJson,
  renderText,
  report,
} from '../src/index.ts';
import { at, hostileReport, mixed } from './reports.ts';

const renderings: readonly (readonly [string, (report: Report) => string])[] = [
  ['report.txt', (one) => renderText(one)],
  ['report.coloured.txt', (one) => renderText(one, COLOUR)],
  ['report.json', renderJson],
  ['report.github.txt', (one) => renderGithub(one, 'contracts/')],
];

// UPDATE_GOLDEN=1 writes the renderings anew; review the difference.
test.each(renderings)('a report as %s', (name, render) => {
  const file = new URL(`./golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, render(mixed));
  expect(render(mixed)).toBe(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
});

describe('a report without findings', () => {
  const clean = report('check', '3 flows', []);
  test('says what was looked at', () => {
    expect(renderText(clean)).toBe('✓ 3 flows: all in order\n');
    expect(renderGithub(clean)).toBe('');
    expect(JSON.parse(renderJson(clean))).toEqual({
      version: 1,
      command: 'check',
      subject: '3 flows',
      counts: { errors: 0, warnings: 0, infos: 0 },
      findings: [],
    });
  });
});

test.each([
  [{ errors: 0, warnings: 0, infos: 0 }, 'all in order'],
  [{ errors: 1, warnings: 0, infos: 0 }, '1 error, 0 warnings'],
  [{ errors: 2, warnings: 1, infos: 0 }, '2 errors, 1 warning'],
  [{ errors: 0, warnings: 0, infos: 1 }, '0 errors, 0 warnings, 1 note'],
])('counts %j in words', (counts, words) => {
  expect(countsInWords(counts)).toBe(words);
});

/** Characters that move the cursor, start a command, or make text read otherwise than it is. */
const dangerous = [
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b2J',
  '\u0000',
  '\u007f',
  '\r',
  '\b',
  '\u061c',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
];
const words = fc.constantFrom(
  ...dangerous,
  '\n',
  '::error::',
  '::set-output name=a::b',
  '%0A',
  '%25',
  ',',
  ':',
  'abc',
  ' ',
  'é',
  '🜁',
);
const hostile = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const UNSAFE = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

describe('text from outside', () => {
  test.each(dangerous)('%j reaches no terminal and no log', (text) => {
    expect(renderText(hostileReport(text), PLAIN)).not.toMatch(UNSAFE);
    expect(renderGithub(hostileReport(text))).not.toMatch(UNSAFE);
  });

  test('is shown, not dropped', () => {
    const text = renderText(hostileReport('a\u001b[31m\u202eb'));
    expect(text).toContain('a\\u001b[31m\\u202eb');
  });

  test('starts no workflow command: one line a finding, whatever its texts hold', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rendered = renderGithub(hostileReport(text));
        expect(rendered.split('\n')).toHaveLength(2);
        expect(rendered).toMatch(/^::error file=[^:\n]*,line=1,col=1,title=[^:,\n]*::[^\n]+\n$/);
        expect(rendered).not.toMatch(UNSAFE);
      }),
    );
  });

  test('ends no property of a workflow command', () => {
    const rendered = renderGithub(hostileReport('a,line=9::b%0Ac\nd'));
    expect(rendered).toMatch(/^::error file=a%2Cline=9%3A%3Ab%250Ac%0Ad,line=1,/);
  });

  test('survives the way through JSON', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { findings } = JSON.parse(renderJson(hostileReport(text))) as Report;
        expect(findings[0]).toMatchObject({ message: text, fix: text, location: at(text, 1) });
        expect(findings[0]?.witness).toEqual({ [text]: text });
      }),
    );
  });
});
