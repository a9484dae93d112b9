import type { Identity } from './identity.ts';
import type { Order } from './order.ts';

/**
 * The orders that were taken in, in memory. A real store keeps both sides of `put` in one transaction, and
 * what it has seen for as long as the contract's `delivery.deduplicate.within`.
 */
export class Orders {
  readonly #seen = new Set<string>();
  readonly #latest = new Map<string, { readonly sequence: number; readonly order: Order }>();

  hasSeen({ idempotencyKey }: Identity): boolean {
    return this.#seen.has(idempotencyKey);
  }

  latestSequence({ key }: Identity): number | undefined {
    return this.#latest.get(key)?.sequence;
  }

  put({ key, idempotencyKey, sequence }: Identity, order: Order): void {
    this.#seen.add(idempotencyKey);
    this.#latest.set(key, { sequence, order });
  }

  all(): readonly Order[] {
    return [...this.#latest.values()].map(({ order }) => order);
  }
}
