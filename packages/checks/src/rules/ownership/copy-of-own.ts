import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer, isWithin } from '@treaty/json';
import type { EntityCheck } from '../../context.ts';
import { sentAttributes } from './sent-attributes.ts';

const rule: Rule = {
  id: 'ownership/copy-of-own',
  severity: 'error',
  summary: 'A producer declares as a copy what it masters itself.',
  why: 'A copy is not believed where it differs from its system of record. Here both are the same system, so one of the two documents is wrong.',
  fix: 'Take the entry out of `copies`; or correct the truth map, if another system masters the attribute.',
};

/** Nothing is declared a copy that the producer alone masters. */
export const copiesAreOfOthers: EntityCheck = {
  rules: [rule],
  findings: (one, input) => {
    const sent = sentAttributes(one, input, 'proposed');
    return one.flows.flatMap(({ flow }) => {
      if (!one.changed.has(flow.id)) return [];
      const { copies, producer } = flow.agreement;
      const ofFlow = sent.filter((each) => each.one.flow === flow);
      return copies.flatMap((copy, i): Finding[] => {
        const copied = ofFlow.filter(({ attribute }) => isWithin(attribute, copy));
        // During a cutover both systems are masters, and either may still carry the value of the other.
        const own = copied.filter(
          ({ ownership }) =>
            ownership?.cutover === undefined && ownership?.records.includes(producer),
        );
        if (copied.length === 0 || own.length < copied.length) return [];
        const key = own[0]?.ownership?.key ?? '';
        const truth = one.entity.document.at(formatPointer(['truth', key]));
        return [
          finding(rule, {
            message: `${flow.id} declares ${copy} as a copy, which its producer ${producer} masters.`,
            location: flow.document.at(formatPointer(['copies', i])),
            related: [{ message: 'the truth map says so', location: truth }],
          }),
        ];
      });
    });
  },
};
