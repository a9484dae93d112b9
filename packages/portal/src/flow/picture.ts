import type { Flow } from '@treaty/registry';
import { type Arrow, flowchart } from '../flowchart.ts';
import type { Markdown } from '../markdown.ts';
import type { Source } from '../source.ts';

/** Who sends to whom, what confirms it, and where it goes when it cannot be delivered. */
export function picture({ registry }: Source, { id, agreement }: Flow): Markdown {
  const { producer, consumers, delivery, responsible } = agreement;
  const confirm = delivery?.confirm;
  const confirming = registry.flows.get(confirm?.through ?? '')?.agreement.producer;
  const emptied = delivery?.deadLetter === undefined ? undefined : responsible?.deadLetters;
  const arrows: readonly Arrow[] = [
    { from: producer, to: id },
    ...consumers.map(({ party, reads }) => ({
      from: id,
      to: party,
      label: reads.map(({ range }) => range).join(', '),
    })),
    ...(confirming === undefined
      ? []
      : [{ from: confirming, to: producer, label: `${confirm?.through}`, dotted: true }]),
    ...(emptied === undefined
      ? []
      : [{ from: id, to: emptied, label: 'dead letters', dotted: true }]),
  ];
  return flowchart(arrows, new Set([id]));
}
