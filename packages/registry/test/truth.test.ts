import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributeOf, type Flow, placeOf } from '../src/index.ts';

const flow = (attributes: Record<string, Record<string, string>>): Flow =>
  ({ agreement: { attributes } }) as unknown as Flow;

test('what the agreement maps is found at its place, with its parts', () => {
  const placed = flow({
    '^1.0.0': { '/customerId': '/customer/id', '/address': '/delivery/address' },
  });
  expect(placeOf(placed, '1.2.0', '/customer/id')).toBe('/customerId');
  expect(placeOf(placed, '1.2.0', '/delivery/address/city')).toBe('/address/city');
  expect(placeOf(placed, '2.0.0', '/customer/id')).toBe('/customer/id');
});

test('an attribute whose place has gone to another one has none', () => {
  const swapped = flow({ '^1.0.0': { '/total': '/net' } });
  expect(placeOf(swapped, '1.0.0', '/total')).toBeUndefined();
  expect(placeOf(swapped, '1.0.0', '/net')).toBe('/total');
});

test('a place that is found is called by the attribute, and every attribute is found', () => {
  const pointer = fc
    .array(fc.constantFrom('a', 'b', '*'), { minLength: 1, maxLength: 3 })
    .map((tokens) => `/${tokens.join('/')}`);
  fc.assert(
    fc.property(fc.dictionary(pointer, pointer, { maxKeys: 4 }), pointer, (map, at) => {
      const mapped = flow({ '*': map });
      const place = placeOf(mapped, '1.0.0', at);
      if (place !== undefined) expect(attributeOf(mapped, '1.0.0', place)).toBe(at);
      const attribute = attributeOf(mapped, '1.0.0', at);
      expect(placeOf(mapped, '1.0.0', attribute)).toBeDefined();
    }),
  );
});
