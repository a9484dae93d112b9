import type { OrderPlaced as OrderPlacedV1 } from '@acme/contracts/order/placed/v1';
import type { OrderPlaced as OrderPlacedV2 } from '@acme/contracts/order/placed/v2';

const EUR = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });
const ADDRESS = {
  name: 'Ada Berg',
  street: 'Hafenstr. 7',
  postalCode: '20457',
  city: 'Hamburg',
  country: 'DE',
};

/** An order as the storefront sends it in 1.x. */
export function placedV1(revision = 1): OrderPlacedV1 {
  return {
    orderId: 'W-2026-000317',
    revision,
    placedAt: '2026-11-02T09:15:00+01:00',
    channel: 'web',
    customerId: 'C-104233',
    email: 'ada@example.com',
    shippingAddress: ADDRESS,
    shippingMethod: 'standard',
    lines: [
      {
        lineNumber: 1,
        sku: 'BEAN-1KG',
        quantity: 2,
        unitPrice: EUR(1250),
        vatRate: 5.5,
        total: EUR(2500),
      },
    ],
    shippingCost: EUR(490),
    total: EUR(2990),
  };
}

/** The same order in 2.x, to be collected. */
export function placedV2(revision = 1): OrderPlacedV2 {
  return {
    orderId: 'W-2026-000317',
    revision,
    placedAt: '2026-11-02T09:15:00+01:00',
    channel: 'web',
    customer: { id: 'C-104233', email: 'ada@example.com' },
    delivery: { type: 'pickup', storeId: 'HH-02' },
    lines: [
      {
        lineNumber: 1,
        sku: 'BEAN-1KG',
        quantity: 2,
        unitPrice: EUR(1250),
        vatBasisPoints: 550,
        total: EUR(2500),
      },
    ],
    shippingCost: EUR(0),
    total: EUR(2500),
  };
}
