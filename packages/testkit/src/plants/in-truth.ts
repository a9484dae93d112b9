import { remove, set } from './edit.ts';
import { flowsWithout } from './in-agreements.ts';
import { strangersTo, systemsOf } from './in-parties.ts';
import { type Kind, somewhere } from './kind.ts';
import { editedDocument, inAgreement, inEntity } from './living.ts';
import { attributesOf, flowsOf, mastered, roundTrips } from './truth-places.ts';

const WRITERS = ['ownership/sent-not-owned', 'ownership/two-writers', 'ownership/copy-of-own'];

export const TRUTH_KINDS: readonly Kind[] = [
  inAgreement('a producer swapped for a stranger', WRITERS, (flow, random, { registry }) => {
    const { truth = {} } = registry.entities.get(flow.entity) ?? {};
    const named = JSON.stringify(truth);
    const strangers = strangersTo(flow, registry).filter((one) => !named.includes(`"${one}"`));
    const system = random.pick(strangers);
    return system === undefined ? undefined : [set(system, 'producer')];
  }),
  inEntity('a truth of another system', WRITERS, (entity, random, { registry }) => {
    const flows = flowsOf(registry, entity);
    const uninvolved = systemsOf(registry).filter((system) =>
      flows.every(({ agreement }) => agreement.producer !== system),
    );
    const system = random.pick(uninvolved);
    return system === undefined ? undefined : [set(system, 'truth', '')];
  }),
  inEntity('an attribute without a truth', ['ownership/no-system-of-record'], () => [
    remove('truth', ''),
  ]),
  inEntity(
    'a truth of an attribute that is nowhere',
    ['ownership/attribute-unknown'],
    (_, random, { registry }) => [
      set(random.pick(systemsOf(registry)) ?? '', 'truth', `/nowhere${random.below(100)}`),
    ],
  ),
  inEntity(
    'a truth handed over to itself',
    ['ownership/same-system-twice'],
    (_, random, { registry }) => {
      const system = random.pick(systemsOf(registry)) ?? '';
      return [set({ origin: system, record: system }, 'truth', '')];
    },
  ),
  inEntity(
    'a truth that moves unwatched',
    ['ownership/cutover-without-routine'],
    (entity, random, { registry }) => {
      const now = entity.truth[''];
      const routines = flowsOf(registry, entity).flatMap(({ agreement }) =>
        Object.values(agreement.reconcile ?? {}).map(({ between }) => between),
      );
      if (typeof now !== 'string') return undefined;
      const next = random.pick(
        systemsOf(registry).filter(
          (one) =>
            one !== now && !routines.some((pair) => pair.includes(one) && pair.includes(now)),
        ),
      );
      return next === undefined ? undefined : [set({ now, next, on: '2027-02-01' }, 'truth', '')];
    },
  ),
  inEntity('a cutover past its day', ['ownership/cutover-overdue'], ({ truth }, random) => {
    const moving = Object.entries(truth).filter(
      ([, one]) => typeof one !== 'string' && 'on' in one,
    );
    const [attribute] = random.pick(moving) ?? [];
    const day = `2026-0${1 + random.below(9)}-15`;
    return attribute === undefined ? undefined : [set(day, 'truth', attribute, 'on')];
  }),
  inAgreement('a copy that is not declared', WRITERS, ({ agreement }, random) =>
    agreement.copies.length === 0
      ? undefined
      : [remove('copies', random.below(agreement.copies.length))],
  ),
  inAgreement(
    'a copy of an attribute that is nowhere',
    ['ownership/copy-unknown'],
    ({ agreement }, random) => [
      set([...agreement.copies, `/nowhere${random.below(100)}`], 'copies'),
    ],
  ),
  inAgreement(
    'a copy of what the producer masters',
    ['ownership/copy-of-own'],
    (flow, random, { registry }) => {
      const attribute = random.pick(mastered(flow, registry));
      return attribute === undefined
        ? undefined
        : [set([...flow.agreement.copies, attribute], 'copies')];
    },
  ),
  inEntity(
    'a correction by hand through nothing',
    ['ownership/by-hand-flow-unknown'],
    (entity, random, { registry }) => {
      const attribute = random.pick(flowsOf(registry, entity).flatMap(attributesOf));
      const entry = { party: 'trade-desk', through: `${entity.name}/nowhere`, for: '7d' };
      return attribute === undefined ? undefined : [set(entry, 'byHand', attribute)];
    },
  ),
  inEntity(
    'a correction by hand that is not carried',
    ['ownership/by-hand-not-carried'],
    (entity, random, { registry }) => {
      const all = flowsOf(registry, entity).flatMap(attributesOf);
      const attribute = random.pick(all.filter((one) => !Object.hasOwn(entity.byHand, one))) ?? '';
      const through = random.pick(flowsWithout([attribute], registry));
      return through === undefined
        ? undefined
        : [set({ party: 'trade-desk', through, for: '7d' }, 'byHand', attribute)];
    },
  ),
  {
    name: 'a truth that comes back to its record',
    rules: ['ownership/write-back-loop'],
    plant: (random, sample) =>
      somewhere(random, sample.registry.entities.values(), (entity) => {
        const trip = random.pick(roundTrips(entity, sample.registry));
        if (trip === undefined) return undefined;
        const { there, record, attribute } = trip;
        const truth = editedDocument(sample, entity.document.file, [
          set(record, 'truth', attribute),
        ]);
        const copies = [...there.agreement.copies, attribute];
        const agreement = editedDocument(sample, there.document.file, [set(copies, 'copies')]);
        return {
          at: `schemas/${entity.name}/`,
          what: `${truth.what}; ${agreement.what}`,
          changes: new Map([...truth.changes, ...agreement.changes]),
        };
      }),
  },
  inEntity(
    'a truth that two flows send',
    [...WRITERS, 'ownership/write-back-loop'],
    (entity, random, { registry }) => {
      // Where the map says so already nothing would be planted.
      const trips = roundTrips(entity, registry).filter(
        ({ attribute, record }) => entity.truth[attribute] !== record,
      );
      const trip = random.pick(trips);
      return trip && [set(trip.record, 'truth', trip.attribute)];
    },
  ),
];
