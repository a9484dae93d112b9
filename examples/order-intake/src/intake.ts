import * as v1 from '@acme/contracts/order/placed/v1';
import * as v2 from '@acme/contracts/order/placed/v2';
import { type IdentityPointers, identityOf } from './identity.ts';
import { type Order, orderFromV1, orderFromV2 } from './order.ts';
import type { Orders } from './orders.ts';

export type Outcome =
  | { readonly kind: 'accepted'; readonly order: Order }
  /** The same change once more: the sender did not see the first answer. */
  | { readonly kind: 'duplicate' }
  /** Overtaken by a later revision. */
  | { readonly kind: 'stale'; readonly latest: number }
  | { readonly kind: 'refused'; readonly reason: string };

interface Reader {
  readonly identity: IdentityPointers;
  read(payload: unknown): Order;
}

/** By major. A minor that this service does not know yet is read as the newest that it does. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['1', { identity: v1.identity, read: (payload) => orderFromV1(payload as v1.OrderPlaced) }],
  ['2', { identity: v2.identity, read: (payload) => orderFromV2(payload as v2.OrderPlaced) }],
]);

/** Takes in a payload of `order/placed`. However often and in whatever order payloads arrive, the result is the same. */
export function takeIn(major: string, payload: unknown, orders: Orders): Outcome {
  const reader = READERS.get(major);
  if (reader === undefined) {
    const known = [...READERS.keys()].join(' and ');
    return { kind: 'refused', reason: `${v2.flow} ${major}.x is not read here, only ${known}` };
  }
  const identity = identityOf(payload, reader.identity);
  if (identity === undefined) {
    const pointers = reader.identity.idempotencyKey.join(' and ');
    return { kind: 'refused', reason: `the payload does not say which order it is: ${pointers}` };
  }
  if (orders.hasSeen(identity)) return { kind: 'duplicate' };
  const latest = orders.latestSequence(identity);
  if (latest !== undefined && identity.sequence <= latest) return { kind: 'stale', latest };
  const order = reader.read(payload);
  orders.put(identity, order);
  return { kind: 'accepted', order };
}
