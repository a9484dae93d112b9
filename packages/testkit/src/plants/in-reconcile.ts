import { type Flow, type ReconcileRoutine, seconds } from '@treaty/registry';
import type { Random } from '../random.ts';
import type { Sample } from '../sample-registry.ts';
import { type Edit, rename, set } from './edit.ts';
import { flowsWithout } from './in-agreements.ts';
import { strangersTo } from './in-parties.ts';
import type { Kind } from './kind.ts';
import { inAgreement } from './living.ts';

interface Routine {
  readonly flow: Flow;
  readonly name: string;
  readonly routine: ReconcileRoutine;
}

/** A fault in one routine of an agreement; paths start in it. */
function inRoutine(
  name: string,
  rules: readonly string[],
  edits: (place: Routine, random: Random, sample: Sample) => readonly Edit[] | undefined,
): Kind {
  return inAgreement(name, rules, (flow, random, sample) => {
    for (const [routineName, routine] of random.shuffled(
      Object.entries(flow.agreement.reconcile ?? {}),
    )) {
      const made = edits({ flow, name: routineName, routine }, random, sample);
      if (made === undefined) continue;
      return made.map((edit) => ({ ...edit, path: ['reconcile', routineName, ...edit.path] }));
    }
    return undefined;
  });
}

const keyOf = ({ flow, routine }: Routine): readonly string[] =>
  routine.key ?? flow.versions.at(-1)?.meaning?.identity?.key ?? [];

export const RECONCILE_KINDS: readonly Kind[] = [
  inRoutine(
    'a compared pointer renamed',
    ['reconcile/attribute-unknown'],
    ({ routine }, random) => {
      const pointer = random.pick(Object.keys(routine.compare ?? {}));
      return pointer === undefined ? undefined : [rename(`${pointer}X`, 'compare', pointer)];
    },
  ),
  inRoutine(
    'a sum of nothing',
    ['reconcile/attribute-unknown'],
    ({ routine }) => routine.totals && [set(`${routine.totals.sum}X`, 'totals', 'sum')],
  ),
  inRoutine('groups of nothing', ['reconcile/attribute-unknown'], ({ routine }, random) => {
    const by = routine.totals?.by ?? [];
    const i = random.below(by.length);
    return by.length === 0 ? undefined : [set(`${by[i]}X`, 'totals', 'by', i)];
  }),
  inRoutine('a key that is nowhere', ['reconcile/attribute-unknown'], (place) => [
    set([...keyOf(place).slice(1), `${keyOf(place)[0]}X`], 'key'),
  ]),
  inRoutine(
    'a side swapped for a stranger',
    ['reconcile/side-without-part'],
    ({ flow }, random, { registry }) => {
      const truth = JSON.stringify(registry.entities.get(flow.entity)?.truth);
      const strangers = strangersTo(flow, registry).filter((one) => !truth.includes(`"${one}"`));
      const stranger = random.pick(strangers);
      return stranger === undefined ? undefined : [set(stranger, 'between', random.below(2))];
    },
  ),
  inRoutine(
    'a repair without the key',
    ['reconcile/repair-without-key'],
    (place, random, { registry }) => {
      const through = random.pick(flowsWithout(keyOf(place), registry));
      return through === undefined ? undefined : [set(through, 'repair', 'through')];
    },
  ),
  inRoutine('a mismatch claimed too late', ['reconcile/respond-after-resolve'], (_, random) => [
    set(`${20 + random.below(50)}d`, 'respond'),
  ]),
  inRoutine(
    'a mismatch corrected too early',
    ['reconcile/respond-after-resolve'],
    ({ routine }, random) => {
      const respond = seconds(routine.respond ?? '') ?? 0;
      return respond < 2 ? undefined : [set(`${1 + random.below(respond - 1)}s`, 'resolve')];
    },
  ),
  inRoutine('rows still in flight', ['reconcile/settle-too-short'], ({ flow }, random) => {
    const { confirm } = flow.agreement.delivery ?? {};
    return confirm === undefined ? undefined : [set(`${1 + random.below(59)}s`, 'settle')];
  }),
  inRoutine('a state misspelt', ['reconcile/state-unknown'], ({ routine }, random) => {
    const states = Object.entries(routine.states ?? {}).flatMap(([pointer, map]) =>
      Object.keys(map).map((state) => [pointer, state] as const),
    );
    const [pointer, state] = random.pick(states) ?? [];
    return pointer && state ? [rename(`${state}s`, 'states', pointer, state)] : undefined;
  }),
  inRoutine(
    'a sum of identifiers',
    ['reconcile/type-unfit'],
    (place) => place.routine.totals && [set(keyOf(place)[0] ?? '', 'totals', 'sum')],
  ),
  inRoutine(
    'a tolerance in time for what is no time',
    ['reconcile/type-unfit'],
    (place, random) => {
      const pointer = random.pick(keyOf(place).filter((one) => !/At$/.test(one)));
      return pointer === undefined
        ? undefined
        : [set(`${1 + random.below(59)}m`, 'compare', pointer)];
    },
  ),
  inRoutine(
    'a comparison of a copy',
    ['reconcile/no-side-masters'],
    ({ flow, routine }, random, { registry }) => {
      const { truth = {} } = registry.entities.get(flow.entity) ?? {};
      const copies = flow.agreement.copies.filter((copy) => {
        const record = truth[copy];
        const isScalar = /^\/(sku|orderId)$/.test(copy);
        return isScalar && typeof record === 'string' && !routine.between.includes(record);
      });
      const copy = random.pick(copies);
      return copy === undefined ? undefined : [set('exact', 'compare', copy)];
    },
  ),
];
