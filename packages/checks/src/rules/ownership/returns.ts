import { isWithin } from '@treaty/json';
import type { Sent } from './sent-attributes.ts';

/** How an attribute comes back to a system that masters it. */
export interface Return {
  /** The system of record that reads back what it has sent. */
  readonly record: string;
  /** The flows that took the attribute from the record to the producer that sends it back, in order. */
  readonly there: readonly Sent[];
}

/**
 * A write-back loop, seen from the flow that closes it. Of one attribute, the flows of its entity are
 * arrows from the producer to each consumer that reads it. There is a loop where a system of record sends
 * the attribute, the arrows lead on to a system that neither masters nor originates it, and that system
 * sends it, declared as a copy or not, to the same record, which reads it: the record then overwrites its
 * value with an echo that is older than itself.
 *
 * No loop is made by systems that hand the truth over (origin and record, both sides of a cutover), by
 * corrections that `byHand` allows through the flow, nor by the attributes that identify the payload (key,
 * idempotency key, sequence): an answer has to name what it answers. `carriers` are all flows that carry the attribute.
 */
export function returnOf(sent: Sent, carriers: readonly Sent[]): Return | undefined {
  const { ownership, producer, standing, readers } = sent;
  if (ownership === undefined || standing === 'own' || standing === 'by-hand') return undefined;
  if (identifies(sent)) return undefined;
  for (const record of ownership.records.filter((one) => readers.has(one))) {
    const there = wayFrom(record, producer, carriers);
    if (there !== undefined) return { record, there };
  }
  return undefined;
}

/** The shortest way of an attribute from its record to a system, through systems that do not own it. */
function wayFrom(
  record: string,
  to: string,
  carriers: readonly Sent[],
): readonly Sent[] | undefined {
  const ways = new Map<string, readonly Sent[]>([[record, []]]);
  // The systems are met in the order of their distance; a Map may grow while it is walked.
  for (const [system, way] of ways) {
    if (system === to) return way;
    for (const carrier of carriers) {
      const isStep =
        carrier.producer === system && (system === record || carrier.standing !== 'own');
      if (!isStep) continue;
      for (const reader of carrier.readers) {
        if (!ways.has(reader)) ways.set(reader, [...way, carrier]);
      }
    }
  }
  return undefined;
}

function identifies({ version, pointer }: Sent): boolean {
  const { key = [], idempotencyKey = [], sequence } = version.meaning?.identity ?? {};
  const names = [...key, ...idempotencyKey, ...(sequence === undefined ? [] : [sequence.from])];
  return names.some((name) => isWithin(pointer, name));
}
