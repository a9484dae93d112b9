import { describe, expect, it } from 'vitest';
import { takeIn } from '../src/intake.ts';
import { Orders } from '../src/orders.ts';
import { placedV1, placedV2 } from './payloads.ts';

describe('an order', () => {
  it('means the same in both majors', () => {
    const orders = new Orders();
    const lines = [{ sku: 'BEAN-1KG', quantity: 2, vatBasisPoints: 550 }];
    takeIn('1', placedV1(), orders);
    expect(orders.all()).toMatchObject([
      { customerId: 'C-104233', shipTo: { city: 'Hamburg' }, lines },
    ]);
    takeIn('2', placedV2(2), orders);
    expect(orders.all()).toMatchObject([{ customerId: 'C-104233', shipTo: undefined, lines }]);
  });

  it('is taken in once, however often it arrives', () => {
    const orders = new Orders();
    expect(takeIn('2', placedV2(), orders).kind).toBe('accepted');
    expect(takeIn('2', placedV2(), orders)).toEqual({ kind: 'duplicate' });
    // The storefront switched majors between its first attempt and its second.
    expect(takeIn('1', placedV1(), orders)).toEqual({ kind: 'duplicate' });
    expect(orders.all()).toHaveLength(1);
  });

  it('is never overwritten by an earlier revision', () => {
    const orders = new Orders();
    takeIn('2', placedV2(3), orders);
    expect(takeIn('2', placedV2(2), orders)).toEqual({ kind: 'stale', latest: 3 });
    expect(orders.all()).toMatchObject([{ revision: 3 }]);
  });
});

describe('a payload', () => {
  it('of a major that is not known is refused with the reason', () => {
    expect(takeIn('3', placedV2(), new Orders())).toEqual({
      kind: 'refused',
      reason: 'order/placed 3.x is not read here, only 1 and 2',
    });
  });

  it.each([[null], [[]], [{ orderId: 'W-2026-000317' }], [{ ...placedV2(), revision: '1' }]])(
    'without its identity is refused: %j',
    (payload) => {
      const orders = new Orders();
      expect(takeIn('2', payload, orders)).toEqual({
        kind: 'refused',
        reason: 'the payload does not say which order it is: /orderId and /revision',
      });
      expect(orders.all()).toEqual([]);
    },
  );
});
