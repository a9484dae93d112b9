import { type Agreement, attemptsOf, type Flow } from '@treaty/registry';
import { code, inWords, list, type Markdown, section } from '../markdown.ts';
import type { Source } from '../source.ts';
import { flowLink } from './flow-link.ts';

type Delivery = NonNullable<Agreement['delivery']>;

/** How payloads travel, in sentences with numbers. */
export function deliverySection(source: Source, { agreement }: Flow): Markdown {
  const { delivery = {}, responsible, producer } = agreement;
  const { deduplicate, order, confirm } = delivery;
  return section(
    '## Delivery',
    list([
      ...retryLines(delivery.retry, responsible?.retries ?? producer),
      ...(deduplicate?.within === undefined
        ? []
        : [`Consumers remember an idempotency key for ${deduplicate.within}.`]),
      ...(order?.gap === undefined
        ? []
        : [
            `A number missing in the sequence holds its key for ${order.gap}; then what is held becomes dead letters.`,
          ]),
      ...(confirm?.through === undefined
        ? []
        : [
            `${flowLink(source, confirm.through)} confirms${confirm.within === undefined ? '' : ` within ${confirm.within}`}.`,
          ]),
      ...rateLines(delivery.rate),
      ...deadLetterLines(delivery.deadLetter, responsible?.deadLetters),
    ]),
  );
}

function retryLines(retry: Delivery['retry'], party: string): readonly Markdown[] {
  if (retry?.within === undefined) return [];
  const { first, factor, cap, within } = retry;
  const waits = [
    ...(first === undefined ? [] : [`up to ${first} at first`]),
    ...(factor === undefined ? [] : [`${factor} times as long with each attempt`]),
    ...(cap === undefined ? [] : [`at most ${cap}`]),
  ];
  const bought = attemptsOf(retry);
  return [
    `${code(party)} tries again for ${within}${waits.length === 0 ? '' : `, after random waits: ${waits.join(', ')}`}.${
      bought === undefined
        ? ''
        : ` That is at least ${bought.least} attempts, and about ${bought.expected} on average.`
    }`,
  ];
}

function rateLines(rate: Delivery['rate']): readonly Markdown[] {
  const { perSecond, burst, inFlight } = rate ?? {};
  const limits = [
    ...(perSecond === undefined ? [] : [`${perSecond} a second`]),
    ...(burst === undefined ? [] : [`${burst} at once after a quiet time`]),
    ...(inFlight === undefined ? [] : [`${inFlight} unanswered`]),
  ];
  return limits.length === 0
    ? []
    : [`Consumers bear at most ${inWords(limits)}; the producer waits.`];
}

function deadLetterLines(
  deadLetter: Delivery['deadLetter'],
  party: string | undefined,
): readonly Markdown[] {
  const { keep, respond, resolve, actions, twoPeopleAbove } = deadLetter ?? {};
  const times = [
    ...(keep === undefined ? [] : [`kept for ${keep}`]),
    ...(respond === undefined ? [] : [`claimed within ${respond}`]),
    ...(resolve === undefined ? [] : [`settled within ${resolve}`]),
  ];
  if (times.length === 0) return [];
  const by = party === undefined ? '' : ` by ${code(party)}`;
  const may =
    actions === undefined
      ? ''
      : ` It may be ${inWords(
          actions.map((a) => DONE[a]),
          'or',
        )}.`;
  const two =
    twoPeopleAbove === undefined ? '' : ` More than ${twoPeopleAbove} at once take two people.`;
  return [`A dead letter is ${inWords(times)}${by}.${may}${two}`];
}

const DONE = { replay: 'replayed', correct: 'corrected', abandon: 'abandoned' } as const;
