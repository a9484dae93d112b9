import type { JsonValue } from '@treaty/json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, LEFT_OUT } from '../src/excerpt.ts';
import { compactJson } from '../src/index.ts';

const long = { street: 'Alley of the long names 17', city: 'Llanfairpwllgwyngyll' };
const short = { amount: 1200, currency: 'EUR' };

describe('an excerpt', () => {
  test.each<readonly [string, JsonValue, string, JsonValue]>([
    ['keeps the way', { a: { b: [1, { c: 2 }] } }, '/a/b/1/c', { a: { b: [1, { c: 2 }] } }],
    ['keeps what is short', { a: 1, price: short }, '/a', { a: 1, price: short }],
    ['leaves out a long object', { a: 1, to: long }, '/a', { a: 1, to: LEFT_OUT }],
    ['leaves out a long list', { a: 1, to: [long, 1] }, '/a', { a: 1, to: [LEFT_OUT] }],
    ['keeps long texts', { a: 1, b: 'x'.repeat(99) }, '/a', { a: 1, b: 'x'.repeat(99) }],
    ['keeps all on the way', { to: long }, '/to/city', { to: long }],
    [
      'keeps the list on the way',
      [long, { a: long, b: 1 }],
      '/1/b',
      [LEFT_OUT, { a: LEFT_OUT, b: 1 }],
    ],
    ['shows lists of nothing but long objects once', { l: [long, long] }, '/l', { l: [LEFT_OUT] }],
    ['of the root shows what is short', { a: 1, to: long }, '', { a: 1, to: LEFT_OUT }],
    ['goes as far as there is something', { a: { b: 1 } }, '/a/c/d', { a: { b: 1 } }],
    [
      'reads escaped names',
      { 'a/b~': { to: long, c: 1 } },
      '/a~1b~0/c',
      { 'a/b~': { to: LEFT_OUT, c: 1 } },
    ],
    ['of a text is the text', 'abc', '', 'abc'],
    ['of an empty list is empty', [], '', []],
  ])('%s', (_, value, focus, expected) => {
    expect(excerpt(value, focus)).toEqual(expected);
  });

  test('says the truth about everything that it does not leave out', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => value as JsonValue);
    fc.assert(fc.property(json, (value) => agrees(value, excerpt(value, '/a/0'))));
  });
});

/** Whether the excerpt is the value, with parts left out. */
function agrees(value: JsonValue, shown: JsonValue): boolean {
  if (shown === LEFT_OUT) return true;
  if (Array.isArray(value) && Array.isArray(shown)) {
    if (shown.length === 1 && shown[0] === LEFT_OUT) return true;
    return (
      value.length === shown.length && value.every((one, i) => agrees(one, shown[i] as JsonValue))
    );
  }
  if (isRecord(value) && isRecord(shown)) {
    const names = Object.keys(value);
    return (
      names.length === Object.keys(shown).length &&
      names.every(
        (name) =>
          Object.hasOwn(shown, name) && agrees(value[name] as JsonValue, shown[name] as JsonValue),
      )
    );
  }
  return Object.is(value, shown);
}

function isRecord(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('compact JSON', () => {
  test('is JSON of the same value, whatever the width', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(60), (value, width) => {
        expect(JSON.parse(compactJson(value as JsonValue, width))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  test('breaks only what does not fit', () => {
    expect(compactJson({ a: [1, 2], b: {} }, 40)).toBe('{ "a": [1, 2], "b": {} }');
    expect(compactJson({ a: [1, 2], b: {} }, 20)).toBe('{\n  "a": [1, 2],\n  "b": {}\n}');
    expect(compactJson({ a: [1, 2] }, 6)).toBe('{\n  "a": [\n    1,\n    2\n  ]\n}');
  });
});
