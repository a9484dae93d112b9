import type { OrderPlaced as OrderPlacedV1 } from '@acme/contracts/order/placed/v1';
import type { Address, OrderPlaced as OrderPlacedV2 } from '@acme/contracts/order/placed/v2';

/** An order as order management sees it, whichever major of the contract brought it. */
export interface Order {
  readonly orderId: string;
  readonly revision: number;
  readonly customerId: string;
  /** Where the goods go; undefined when the customer collects them. */
  readonly shipTo: Address | undefined;
  readonly lines: readonly OrderLine[];
  readonly total: { readonly amount: number; readonly currency: string };
}

export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  /** Rate of VAT in hundredths of a percent. */
  readonly vatBasisPoints: number;
}

export function orderFromV1(placed: OrderPlacedV1): Order {
  return {
    orderId: placed.orderId,
    revision: placed.revision,
    customerId: placed.customerId,
    shipTo: placed.shippingAddress,
    // 1.x gives a rate in percent, as a binary fraction: 5.5 % has to come out as 550, not 550.0000001.
    lines: placed.lines.map(({ sku, quantity, vatRate }) => ({
      sku,
      quantity,
      vatBasisPoints: Math.round(vatRate * 100),
    })),
    total: placed.total,
  };
}

export function orderFromV2(placed: OrderPlacedV2): Order {
  return {
    orderId: placed.orderId,
    revision: placed.revision,
    customerId: placed.customer.id,
    shipTo: placed.delivery.type === 'ship' ? placed.delivery.address : undefined,
    lines: placed.lines.map(({ sku, quantity, vatBasisPoints }) => ({
      sku,
      quantity,
      vatBasisPoints,
    })),
    total: placed.total,
  };
}
