import { compareVersions, isVersionName } from '@treaty/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinatesOf } from '../src/adoption/coordinates.ts';
import { compareMarkings, type Marking, splitMarking } from '../src/adoption/marking.ts';
import { numberLines } from '../src/adoption/numbering.ts';

function read(path: string, base = 'contracts', id?: string, title?: string): string {
  const found = coordinatesOf({ path, base, id, title });
  if (found === undefined) return 'nothing';
  const { entity, flow, marking } = found;
  return `${entity}/${flow} ${shown(marking)}`;
}

function shown(marking: Marking): string {
  if (marking.kind === 'none') return '-';
  return marking.kind === 'date' ? marking.date : marking.parts.join('.');
}

describe('coordinatesOf', () => {
  it.each([
    ['contracts/order-placed.v2.json', 'order/placed 2'],
    ['contracts/order/placed/1.2.0.json', 'order/placed 1.2.0'],
    ['contracts/order/placed/1.2.0/schema.json', 'order/placed 1.2.0'],
    ['contracts/order/placed/v2/order-placed.schema.json', 'order/placed 2'],
    ['contracts/order.placed-1-2-0.json', 'order/placed 1.2.0'],
    ['contracts/orders.create/2024-01.json', 'orders/create 2024-01'],
    ['contracts/2024-01/orders/create.json', 'orders/create 2024-01'],
    ['contracts/customer.json', 'customer/described -'],
    ['contracts/CustomerAddress.schema.json', 'customer/address -'],
    ['contracts/com.acme/order_placed/jsonschema/1-0-2', 'order/placed 1.0.2'],
    ['contracts/sales/order/placed.json', 'order/placed -'],
    ['contracts/orders/order-placed.json', 'orders/placed -'],
    ['contracts/events/order-placed-v3.json', 'order/placed 3'],
    ['contracts/orderPlacedV2.json', 'order/placed 2'],
    ['contracts/stock_level_adjusted@1.1.json', 'stock-level/adjusted 1.1'],
    ['contracts/customer/customer.json', 'customer/described -'],
    ['contracts/address-line-2.json', 'nothing'],
    ['contracts/order/status.changed/20240115.json', 'order/status-changed 2024-01-15'],
    ['contracts/Adresse_geändert.json', 'adresse/geandert -'],
  ])('%s is %s', (path, expected) => {
    expect(read(path)).toBe(expected);
  });

  it('takes the folder of the pattern to help where the file has one word', () => {
    expect(read('contracts/order/placed.json', 'contracts/order')).toBe('order/placed -');
    expect(read('contracts/order/order-placed.json', 'contracts/order')).toBe('order/placed -');
    expect(read('contracts/order/placed/1.2.0.json', 'contracts/order/placed')).toBe(
      'order/placed 1.2.0',
    );
    expect(read('contracts/order/v2/placed.json', 'contracts/order/v2')).toBe('order/placed 2');
    expect(read('src/contracts/customer.json', 'src/contracts')).toBe('customer/described -');
  });

  it('asks $id, then title, where the path says nothing', () => {
    const path = 'contracts/schema.json';
    expect(read(path, 'contracts', 'https://acme.example/order/placed/1.4.0')).toBe(
      'order/placed 1.4.0',
    );
    expect(read(path, 'contracts', undefined, 'Order placed')).toBe('order/placed -');
    expect(read('contracts/order-placed.json', 'contracts', 'urn:acme:order-placed:3')).toBe(
      'order/placed -',
    );
    expect(read('contracts/order-placed.json', '', 'https://acme.example/x/v3')).toBe(
      'order/placed 3',
    );
    expect(read(path)).toBe('nothing');
  });

  it('puts everything under the entity that is given', () => {
    const signs = { path: 'contracts/order-placed.v2.json', base: 'contracts', id: undefined };
    expect(coordinatesOf({ ...signs, title: undefined }, 'order')).toMatchObject({
      entity: 'order',
      flow: 'placed',
    });
  });

  it('never makes an entity of a reserved folder', () => {
    expect(read('contracts/shared/money.json')).toBe('nothing');
  });
});

describe('splitMarking', () => {
  it.each([
    ['order-2', 'order-2', '-'],
    ['order.2', 'order', '2'],
    ['2', '', '2'],
    ['v1.2.3', '', '1.2.3'],
    ['rev2', 'rev2', '-'],
    ['mp3', 'mp3', '-'],
    ['order_v1_2', 'order', '1.2'],
    ['a-1999-12-31', 'a', '1999-12-31'],
    ['1-0-2', '', '1.0.2'],
    ['iso-4217', 'iso-4217', '-'],
  ])('%s is %s marked %s', (segment, name, marking) => {
    const found = splitMarking(segment);
    expect([found.name, shown(found.marking)]).toEqual([name, marking]);
  });
});

describe('numberLines, by the names of files alone', () => {
  const number = async (markings: readonly Marking[]): Promise<readonly string[]> => {
    const lines = markings.map((marking) => ({ marking, states: [true] }));
    const numbers = await numberLines(lines, { writer: 'closed', formats: 'assert' });
    return numbers.map((own) => own.at(-1) ?? '');
  };

  it.each([
    ['v1 v2', '1.0.0 2.0.0'],
    ['- v2', '1.0.0 2.0.0'],
    ['1.2.0 1.2.1 2.0', '1.2.0 1.2.1 2.0.0'],
    ['0.1.0 0.2.0 1.0.0', '1.1.0 1.2.0 2.0.0'],
    ['2024-01 2024-04 2025-01', '1.0.0 1.0.1 1.0.2'],
    ['- 2024-01 v1', '1.0.0 1.0.1 1.0.2'],
  ])('%s: %s', async (names, versions) => {
    const markings = names.split(' ').map((name) => splitMarking(name === '-' ? '' : name).marking);
    expect((await number(markings)).join(' ')).toBe(versions);
  });

  const part = fc.integer({ min: 0, max: 999_998 });
  const marking: fc.Arbitrary<Marking> = fc.oneof(
    fc.constant<Marking>({ kind: 'none' }),
    fc
      .array(part, { minLength: 1, maxLength: 3 })
      .map((parts): Marking => ({ kind: 'number', parts })),
    fc
      .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 10, max: 12 }))
      .map(([year, month]): Marking => ({ kind: 'date', date: `${year}-${month}` })),
  );

  it('is monotone, gives versions, and tells apart what differs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(marking, { minLength: 2, maxLength: 6 }), async (markings) => {
        const sorted = [...markings].sort(compareMarkings);
        const versions = await number(sorted);
        for (const [i, one] of sorted.entries()) {
          const [version = '', after] = [versions[i], versions[i + 1]];
          expect(isVersionName(version)).toBe(true);
          const next = sorted[i + 1];
          if (next === undefined || after === undefined) continue;
          const order = compareVersions(version, after);
          expect(order).toBeLessThanOrEqual(0);
          if (order === 0 && compareMarkings(one, next) !== 0) expect(one.kind).toBe('none');
        }
      }),
      { numRuns: 50 },
    );
  });
});
