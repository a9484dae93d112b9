import { type Finding, finding, type Rule } from '@treaty/findings';
import type { EntityCheck } from '../../context.ts';
import { named, ownershipFaults } from './faults.ts';
import { sentIn, truthOf } from './words.ts';

const rule: Rule = {
  id: 'ownership/write-back-loop',
  severity: 'error',
  summary:
    'A system of record reads back, from another system, an attribute that it has sent itself.',
  why: 'The echo is older than what it overwrites: a change made in between is lost, and travels round again as if it were news.',
  fix: 'Let the system of record name the attributes that it reads, without this one; or take the attribute out of the flow that brings it back.',
};

/** No attribute travels in a circle back to its system of record; see `returnOf` for what counts. */
export const truthIsNotEchoed: EntityCheck = {
  rules: [rule],
  findings: (one, input) =>
    ownershipFaults(one, input).flatMap((fault): Finding[] => {
      if (fault.kind !== 'write-back') return [];
      const [first] = fault.sent;
      const { record, there } = fault.way;
      const { flow } = first.one;
      const systems = [...there.map(({ producer }) => producer), first.producer, record];
      return [
        finding(rule, {
          message: `${named(fault.sent)} goes round in a circle: ${systems.join(' → ')}, which masters it.`,
          location: flow.document.at('/producer'),
          related: [...there.map(sentIn), truthOf(first)],
          affects: [record],
          fix: `Let ${record} read of ${flow.id} what it does not master, by name; or take it out of ${flow.id}.`,
          subject: `${record} ${first.ownership?.key ?? ''}`,
        }),
      ];
    }),
};
