import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonical,
  digest,
  equal,
  formatPointer,
  isPointer,
  type JsonValue,
  parsePointer,
  valueAt,
} from '../src/index.ts';

const json = fc.json().map((text) => JSON.parse(text) as JsonValue);

describe('canonical', () => {
  test('is one text for one value, whatever the order of its members', () => {
    expect(canonical({ b: 1, a: [true, null, 'x'] })).toBe('{"a":[true,null,"x"],"b":1}');
    expect(canonical({ '\u20ac': 1, '\r': 2, '1': 3 })).toBe('{"\\r":2,"1":3,"\u20ac":1}');
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
        expect(equal(JSON.parse(canonical(value)), value)).toBe(true);
      }),
    );
  });

  test('values are equal exactly when their canonical texts are', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(equal(a, b)).toBe(canonical(a) === canonical(b));
      }),
    );
  });

  test('digests name their algorithm', () => {
    expect(digest({})).toBe(
      'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });
});

describe('pointers', () => {
  test('survive being formatted and parsed', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(isPointer(formatPointer(tokens))).toBe(true);
        expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
      }),
    );
  });

  test('find what RFC 6901 says they find', () => {
    const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8, '*': 9 };
    expect(valueAt(document, '')).toBe(document);
    expect(valueAt(document, '/foo/0')).toBe('bar');
    expect(valueAt(document, '/')).toBe(0);
    expect(valueAt(document, '/a~1b')).toBe(1);
    expect(valueAt(document, '/m~0n')).toBe(8);
    expect(valueAt(document, '/~2')).toBe(9);
    expect(valueAt(document, '/foo/00')).toBeUndefined();
    expect(valueAt(document, '/toString')).toBeUndefined();
  });

  test('refuse text that is no pointer', () => {
    expect(isPointer('a')).toBe(false);
    expect(isPointer('/~3')).toBe(false);
    expect(() => parsePointer('a')).toThrow(RangeError);
  });
});
