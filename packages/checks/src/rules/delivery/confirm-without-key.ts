import { type Finding, finding, type Rule } from '@treaty/findings';
import { missingKey } from '../../carries-key.ts';
import { type FlowCheck, underCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/confirm-without-key',
  severity: 'error',
  summary: 'The flow that confirms another one does not always carry its key.',
  why: 'A confirmation that does not say of what confirms nothing: the producer cannot tell which payload has arrived.',
  fix: 'Require the key in the next version of the confirming flow, or name another flow.',
};

/** A confirmation names the thing that it confirms. */
export const confirmationsNameTheThing: FlowCheck = {
  rules: [rule],
  findings: (one, input): Finding[] => {
    const { flow } = one;
    const through = flow.agreement.delivery?.confirm?.through;
    const confirming = input.head.flows.get(through ?? '');
    if (confirming === undefined) return [];
    const missing = missingKey(one, underCheck(confirming, input));
    if (missing.length === 0) return [];
    return [
      finding(rule, {
        message: `${flow.id} is confirmed through ${through}, which does not always carry ${missing.join(' and ')}.`,
        location: flow.document.at('/delivery/confirm/through'),
        related: [{ message: confirming.id, location: confirming.document.at('') }],
      }),
    ];
  },
};
