import { type Flow, seconds } from '@treaty/registry';
import { remove, set } from './edit.ts';
import { flowsWithout } from './in-agreements.ts';
import type { Kind } from './kind.ts';
import { inAgreement } from './living.ts';

const identityOf = ({ versions }: Flow) => versions.at(-1)?.meaning?.identity;

export const DELIVERY_KINDS: readonly Kind[] = [
  inAgreement('duplicates forgotten too early', ['delivery/deduplicate-too-short'], (_, random) => [
    set(`${1 + random.below(24)}h`, 'delivery', 'deduplicate', 'within'),
  ]),
  inAgreement('dead letters kept for longer', ['delivery/deduplicate-too-short'], (_, random) => [
    set(`${100 + random.below(100)}d`, 'delivery', 'deadLetter', 'keep'),
  ]),
  inAgreement('dead letters gone too early', ['delivery/dead-letter-unordered'], (flow, random) => {
    const resolve = seconds(flow.agreement.delivery?.deadLetter?.resolve ?? '') ?? 0;
    if (resolve < 2) return undefined;
    return [set(`${1 + random.below(resolve - 1)}s`, 'delivery', 'deadLetter', 'keep')];
  }),
  inAgreement('dead letters claimed too late', ['delivery/dead-letter-unordered'], (_, random) => [
    set(`${3 + random.below(3)}d`, 'delivery', 'deadLetter', 'respond'),
  ]),
  inAgreement(
    'a confirmation without the key',
    ['delivery/confirm-without-key'],
    (flow, random, { registry }) => {
      const through = random.pick(flowsWithout(identityOf(flow)?.key ?? [], registry));
      if (flow.agreement.delivery?.confirm === undefined || !through) return undefined;
      return [set(through, 'delivery', 'confirm', 'through')];
    },
  ),
  inAgreement(
    'a confirmation by a stranger',
    ['delivery/confirm-wrong-way'],
    (flow, random, { registry }) => {
      const consumers = flow.agreement.consumers.map(({ party }) => party);
      const strange = [...registry.flows.values()].filter(
        ({ agreement }) => !consumers.includes(agreement.producer),
      );
      const through = random.pick(strange)?.id;
      return through === undefined
        ? undefined
        : [set({ through, within: '15m' }, 'delivery', 'confirm')];
    },
  ),
  inAgreement(
    'a gap that holds for too long',
    ['delivery/gap-too-long'],
    ({ agreement }, random) =>
      agreement.delivery?.order && [set(`${3 + random.below(30)}d`, 'delivery', 'order', 'gap')],
  ),
  inAgreement(
    'a gap that nobody decides on',
    ['delivery/gapless-without-order'],
    ({ agreement }) => agreement.delivery?.order && [remove('delivery', 'order')],
  ),
  inAgreement(
    'an order of what has no numbers',
    ['delivery/order-without-sequence'],
    (flow, random) => {
      if (identityOf(flow)?.sequence?.gapless === true) return undefined;
      return [
        set(`${1 + random.below(60)}s`, 'delivery', 'order', 'gap'),
        set('dead-letter', 'delivery', 'order', 'then'),
      ];
    },
  ),
  inAgreement('retries without an end', ['delivery/retry-incomplete'], (_, random) => [
    random.below(2) === 0
      ? remove('delivery', 'retry', 'within')
      : set(null, 'delivery', 'retry', random.pick(['first', 'factor']) ?? ''),
  ]),
  inAgreement('retries that do not back off', ['delivery/retry-not-growing'], (_, random) => [
    random.below(2) === 0
      ? set(1, 'delivery', 'retry', 'factor')
      : set(`${6 + random.below(50)}h`, 'delivery', 'retry', 'first'),
  ]),
  inAgreement('retries without pause', ['delivery/attempts-out-of-proportion'], ({ agreement }) => {
    const within = agreement.delivery?.retry?.within;
    if (within === undefined || (seconds(within) ?? 0) < 2 * 60 * 60) return undefined;
    return [set('2s', 'delivery', 'retry', 'cap')];
  }),
  inAgreement('retries given up at once', ['delivery/attempts-out-of-proportion'], () => [
    set('1s', 'delivery', 'retry', 'within'),
  ]),
  inAgreement('a burst below the rate', ['delivery/burst-below-rate'], ({ agreement }, random) => {
    const perSecond = agreement.delivery?.rate?.perSecond;
    return perSecond === undefined
      ? undefined
      : [set(1 + random.below(perSecond - 1), 'delivery', 'rate', 'burst')];
  }),
  inAgreement(
    'duplicates that nobody recognises',
    ['delivery/retry-storm'],
    ({ agreement, id }, _, { registry }) => {
      const consumers = agreement.consumers.map(({ party }) => party);
      const leadsOn = [...registry.flows.values()].some(
        (flow) => flow.id !== id && consumers.includes(flow.agreement.producer),
      );
      return leadsOn ? [remove('delivery', 'deduplicate')] : undefined;
    },
  ),
];
