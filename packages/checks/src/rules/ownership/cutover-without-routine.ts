import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { type Cutover, type Entity, ownershipOf } from '@treaty/registry';
import type { EntityCheck, FlowUnderCheck } from '../../context.ts';
import { cutoversOf } from './cutovers.ts';

const rule: Rule = {
  id: 'ownership/cutover-without-routine',
  severity: 'error',
  summary: 'A truth is moving from one system to another, and nothing compares the two.',
  why: 'Until the day of the cutover both systems hold the value and may send it. Where they differ, nobody notices before the one that was right is switched off.',
  fix: 'Add a routine to `reconcile` of one of the flows of the entity, `between` both systems, that compares the attributes that move.',
};

/** While both systems of a cutover may send, a routine compares what they hold. */
export const cutoversAreReconciled: EntityCheck = {
  rules: [rule],
  findings: ({ entity, flows }, { today }) =>
    cutoversOf(entity).flatMap(({ key, cutover }): Finding[] => {
      // Afterwards the one fault is that the map still speaks of it.
      if (today > cutover.on || isReconciled(entity, key, cutover, flows)) return [];
      const { now, next, on } = cutover;
      const what = key === '' ? `the ${entity.name}` : `${key} of ${entity.name}`;
      return [
        finding(rule, {
          message: `The truth of ${what} moves from ${now} to ${next} on ${on}, and no routine compares what both hold of it.`,
          location: entity.document.at(formatPointer(['truth', key])),
        }),
      ];
    }),
};

function isReconciled(
  entity: Entity,
  key: string,
  { now, next }: Cutover,
  flows: readonly FlowUnderCheck[],
): boolean {
  const routines = flows.flatMap(({ flow }) => Object.values(flow.agreement.reconcile ?? {}));
  return routines.some(
    ({ between, compare, totals, states = {} }) =>
      between.includes(now) &&
      between.includes(next) &&
      [...Object.keys(compare), ...Object.keys(states), ...(totals ? [totals.sum] : [])].some(
        (attribute) => ownershipOf(entity, attribute)?.key === key,
      ),
  );
}
