import type { Flow, Registry } from '@treaty/registry';
import { remove, rename, set } from './edit.ts';
import type { Kind } from './kind.ts';
import { inAgreement } from './living.ts';

/** The reads of a flow that name attributes, each with its place in the agreement. */
function namedReads({ agreement }: Flow) {
  return agreement.consumers.flatMap(({ party, reads }) =>
    reads.flatMap(({ range, attributes }) =>
      attributes === 'all' ? [] : attributes.map((pointer, i) => ({ party, range, pointer, i })),
    ),
  );
}

/** Flows of the registry whose payloads do not have the attributes. */
export function flowsWithout(key: readonly string[], { flows }: Registry): readonly string[] {
  return [...flows.values()]
    .filter(({ versions }) => {
      const text = JSON.stringify(versions.map(({ schema }) => schema.value));
      return !key.every((pointer) => text.includes(`"${pointer.slice(1)}":`));
    })
    .map(({ id }) => id);
}

export const AGREEMENT_KINDS: readonly Kind[] = [
  inAgreement('a read pointer renamed', ['agreement/read-unknown'], (flow, random) => {
    const read = random.pick(namedReads(flow));
    return read === undefined
      ? undefined
      : [set(`${read.pointer}X`, 'consumers', read.party, read.range, read.i)];
  }),
  inAgreement('a mapped pointer renamed', ['agreement/attribute-map-unknown'], (flow, random) => {
    const maps = Object.entries(flow.agreement.attributes ?? {}).flatMap(([range, map]) =>
      Object.keys(map).map((pointer) => [range, pointer] as const),
    );
    const [range, pointer] = random.pick(maps) ?? [];
    return range && pointer ? [rename(`${pointer}X`, 'attributes', range, pointer)] : undefined;
  }),
  inAgreement(
    'a map to an attribute that is nowhere',
    ['agreement/attribute-map-unknown'],
    (flow, random) => {
      const maps = Object.entries(flow.agreement.attributes ?? {}).flatMap(([range, map]) =>
        Object.entries(map).map(([pointer, to]) => [range, pointer, to] as const),
      );
      const [range, pointer, to] = random.pick(maps) ?? [];
      return range && pointer ? [set(`/nowhere${to}`, 'attributes', range, pointer)] : undefined;
    },
  ),
  inAgreement('a promise that nobody keeps', ['agreement/duty-without-party'], (flow, random) => {
    const duties = ['deadLetters', 'reconciliation', 'incident'] as const;
    const duty = random.pick(
      duties.filter((one) => flow.agreement.responsible?.[one] !== undefined),
    );
    return duty === undefined ? undefined : [remove('responsible', duty)];
  }),
  inAgreement('a confirmation through nothing', ['agreement/flow-unknown'], ({ agreement }) => {
    const through = agreement.delivery?.confirm?.through;
    return through === undefined
      ? undefined
      : [set(`${through}x`, 'delivery', 'confirm', 'through')];
  }),
  inAgreement('a repair through nothing', ['agreement/flow-unknown'], ({ agreement }, random) => {
    const [name, routine] = random.pick(Object.entries(agreement.reconcile ?? {})) ?? [];
    const through = routine?.repair?.through;
    return name && through
      ? [set(`${through}x`, 'reconcile', name, 'repair', 'through')]
      : undefined;
  }),
  inAgreement('a range without a version', ['agreement/range-empty'], ({ agreement }, random) => {
    const party = random.pick(agreement.consumers)?.party;
    return party === undefined
      ? undefined
      : [set('all', 'consumers', party, `^${7 + random.below(90)}.0.0`)];
  }),
  inAgreement('a range that is none', ['agreement/range-invalid'], ({ agreement }, random) => {
    const { party, reads = [] } = random.pick(agreement.consumers) ?? {};
    const range = random.pick(reads)?.range;
    const words = random.pick(['latest one', '1.x.y.z', '^^1', 'newest']) ?? '';
    return party && range ? [rename(words, 'consumers', party, range)] : undefined;
  }),
  inAgreement('a required section left out', ['agreement/section-missing'], (_, random) => [
    remove(random.pick(['delivery', 'reconcile', 'incident']) ?? ''),
  ]),
];
