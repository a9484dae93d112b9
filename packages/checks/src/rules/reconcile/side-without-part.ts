import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import type { Entity, Flow } from '@treaty/registry';
import type { EntityCheck } from '../../context.ts';

const rule: Rule = {
  id: 'reconcile/side-without-part',
  severity: 'error',
  summary: 'A routine compares a system that has no part in the flow.',
  why: 'A system that neither sends nor reads the flow, nor masters anything of the entity, has no rows to compare: the routine that was meant does not exist.',
  fix: 'Compare the producer, a consumer or a system of record; or add the system to the consumers.',
};

/** Both sides of a routine send or read the flow, or master attributes of its entity. */
export const sidesTakePart: EntityCheck = {
  rules: [rule],
  findings: ({ entity, flows, changed }, { head }) =>
    flows.flatMap(({ flow }) => {
      if (!changed.has(flow.id)) return [];
      const systems = [...partiesOf(flow), ...mastersOf(entity)];
      return Object.entries(flow.agreement.reconcile ?? {}).flatMap(([routine, { between }]) =>
        between.flatMap((side, i): Finding[] => {
          if (systems.includes(side) || head.parties.get(side)?.kind !== 'system') return [];
          return [
            finding(rule, {
              message: `The routine ${routine} compares ${side}, which neither sends nor reads ${flow.id} nor masters anything of ${entity.name}.`,
              location: flow.document.at(formatPointer(['reconcile', routine, 'between', i])),
            }),
          ];
        }),
      );
    }),
};

function partiesOf({ agreement }: Flow): readonly string[] {
  return [agreement.producer, ...agreement.consumers.map(({ party }) => party)];
}

function mastersOf({ truth }: Entity): readonly string[] {
  return Object.values(truth).flatMap((entry) =>
    typeof entry === 'string'
      ? [entry]
      : 'now' in entry
        ? [entry.now, entry.next]
        : [entry.origin, entry.record],
  );
}
