import { type Finding, finding, type Rule } from '@treaty/findings';
import { ownershipOf } from '@treaty/registry';
import type { EntityCheck } from '../../context.ts';
import { grouped } from '../../grouped.ts';
import { inWords } from '../../in-words.ts';
import { routineAttributes } from './routine-attributes.ts';

const rule: Rule = {
  id: 'reconcile/no-side-masters',
  severity: 'warning',
  summary: 'A routine compares an attribute that neither of its sides masters.',
  why: 'Which side is right follows from the truth map. Here it says that neither is: whoever empties the queue has to guess, or to ask a third system.',
  fix: 'Compare with the system of record, or leave the attribute out.',
};

/** Of every attribute that is compared, one side is the system of record. */
export const oneSideIsRight: EntityCheck = {
  rules: [rule],
  findings: ({ entity, flows, changed }) =>
    flows.flatMap(({ flow }) => {
      if (!changed.has(flow.id)) return [];
      const compared = routineAttributes(flow).filter(({ role, routine, attribute }) => {
        if (role !== 'compare' && role !== 'states') return false;
        const records = ownershipOf(entity, attribute)?.records ?? [];
        const between = flow.agreement.reconcile?.[routine]?.between ?? [];
        return records.length > 0 && !between.some((side) => records.includes(side));
      });
      // All attributes of one master are one fault of the routine.
      const keyOf = ({ routine, attribute }: (typeof compared)[number]): string =>
        `${routine} ${ownershipOf(entity, attribute)?.key}`;
      return [...grouped(compared, keyOf).values()].flatMap(([first, ...more]): Finding[] => {
        if (first === undefined) return [];
        const { routine, attribute, at, part } = first;
        const others = more.length === 0 ? '' : ` and ${more.length} more`;
        return [
          finding(rule, {
            message: `The routine ${routine} compares ${attribute}${others}, which neither side masters, but ${inWords(ownershipOf(entity, attribute)?.records ?? [])}.`,
            location: flow.document.at(at, part),
          }),
        ];
      });
    }),
};
