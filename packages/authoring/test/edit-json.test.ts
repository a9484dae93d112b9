import { readJson } from '@treaty/json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addItem, addMember, renameMember, replaceValue } from '../src/edit-json.ts';

const TEXT = `{
  "title": "Order",   "required": ["id", "at"],
  "properties": {
    "id": { "type": "string" },
    "at": {
      "enum": [
        "a"
      ]
    }
  }
}
`;

describe('edits of JSON text', () => {
  it('replace a value and nothing else', () => {
    expect(replaceValue(TEXT, '/required', ['id'])).toBe(TEXT.replace('["id", "at"]', '["id"]'));
    expect(replaceValue(TEXT, '/properties/at/enum/0', 'b')).toBe(TEXT.replace('"a"', '"b"'));
  });

  it('add a member as the last one stands', () => {
    expect(addMember(TEXT, '/properties/id', 'maxLength', 9)).toContain(
      '"id": { "type": "string", "maxLength": 9 },',
    );
    expect(addMember(TEXT, '/properties', 'by', { enum: ['x', 'y'] })).toContain(
      '    },\n    "by": {\n      "enum": ["x", "y"]\n    }\n  }\n}',
    );
  });

  it('add an item as the last one stands', () => {
    expect(addItem(TEXT, '/required', 'by')).toContain('["id", "at", "by"]');
    expect(addItem(TEXT, '/properties/at/enum', 'b')).toContain('        "a",\n        "b"\n');
  });

  it('rename a member in its place', () => {
    expect(renameMember(TEXT, '/properties/at', 'when')).toBe(TEXT.replace('"at":', '"when":'));
  });

  it('refuse a place where nothing is', () => {
    expect(() => replaceValue(TEXT, '/nowhere/at/all', 1)).toThrow(RangeError);
    expect(() => addMember(TEXT, '/required', 'a', 1)).toThrow(RangeError);
    expect(() => renameMember(TEXT, '/properties/none', 'x')).toThrow(RangeError);
  });

  it('mean what they say, on any object', () => {
    const value = fc.jsonValue();
    const names = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), value, { minKeys: 1 });
    fc.assert(
      fc.property(names, value, fc.constantFrom(0, 2), (object, added, spaces) => {
        const text = JSON.stringify(object, undefined, spaces);
        const [name = ''] = Object.keys(object);
        const plain = JSON.parse(JSON.stringify(added));
        expect(read(addMember(text, '', 'added', plain))).toEqual({ ...read(text), added: plain });
        expect(read(replaceValue(text, `/${name}`, plain))[name]).toEqual(plain);
      }),
    );
  });
});

function read(text: string): Record<string, unknown> {
  return readJson(text).located?.value as Record<string, unknown>;
}
