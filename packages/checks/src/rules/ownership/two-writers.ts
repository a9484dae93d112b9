import { type Finding, finding, type Rule } from '@treaty/findings';
import type { EntityCheck } from '../../context.ts';
import { named, ownershipFaults } from './faults.ts';
import { mastersIn, sentIn, truthOf } from './words.ts';

const rule: Rule = {
  id: 'ownership/two-writers',
  severity: 'error',
  summary: 'Two flows send an attribute as their own, and only one of the producers masters it.',
  why: 'Whoever reads both keeps the value that came last. Which of the two that is changes with every retry.',
  fix: 'Let one system send the attribute. List it under `copies` where it is only carried along; a truth that moves is a cutover, an entry by hand belongs under `byHand`.',
};

/** An attribute has one writer: no flow sends as its own what another system masters and sends. */
export const attributesHaveOneWriter: EntityCheck = {
  rules: [rule],
  findings: (one, input) =>
    ownershipFaults(one, input).flatMap((fault): Finding[] => {
      if (fault.kind !== 'two-writers') return [];
      const [first] = fault.sent;
      const { producer, one: of } = first;
      return [
        finding(rule, {
          message: `${producer} (${of.flow.id}) and ${fault.other.producer} (${fault.other.one.flow.id}) both send ${named(fault.sent)}, which ${mastersIn(first)}.`,
          location: of.flow.document.at('/producer'),
          related: [sentIn(fault.other), truthOf(first)],
          fix: `If ${producer} only carries it along, list it under \`copies\` of ${of.flow.id}.`,
          subject: first.ownership?.key ?? '',
        }),
      ];
    }),
};
