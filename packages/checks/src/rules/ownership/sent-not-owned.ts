import { type Finding, finding, type Rule } from '@treaty/findings';
import type { EntityCheck } from '../../context.ts';
import { named, ownershipFaults } from './faults.ts';
import { describedBy, mastersIn, truthOf } from './words.ts';

const rule: Rule = {
  id: 'ownership/sent-not-owned',
  severity: 'error',
  summary: 'A producer sends an attribute that it neither masters, originates nor copies.',
  why: 'A second writer is how a right value is overwritten by a stale one, in a system that trusts whoever spoke last.',
  fix: 'List the attribute under `copies`, if it is carried along; else correct the producer or the truth map.',
};

/** A producer sends what it masters, originates, hands over, corrects by hand or copies. */
export const producersSendTheirOwn: EntityCheck = {
  rules: [rule],
  findings: (one, input) =>
    ownershipFaults(one, input).flatMap(({ kind, sent }): Finding[] => {
      if (kind !== 'not-owned') return [];
      const [first] = sent;
      const { producer } = first;
      return [
        finding(rule, {
          message: `${producer} sends ${named(sent)}, which ${mastersIn(first)}.`,
          location: first.one.flow.document.at('/producer'),
          related: [describedBy(first), truthOf(first)],
          fix: `If ${producer} masters it, say so in ${first.entity.document.file}; if it only carries it along, list it under \`copies\`.`,
          subject: first.ownership?.key ?? '',
        }),
      ];
    }),
};
