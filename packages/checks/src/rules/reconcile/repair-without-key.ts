import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { missingKey } from '../../carries-key.ts';
import { type FlowCheck, underCheck } from '../../context.ts';

const rule: Rule = {
  id: 'reconcile/repair-without-key',
  severity: 'error',
  summary: 'The flow that carries repairs does not always carry the key of what is repaired.',
  why: 'A correction that does not say of what corrects nothing, or something else.',
  fix: 'Require the key in the next version of the repairing flow, or name another flow.',
};

/** A repair names the thing that it repairs. */
export const repairsNameTheThing: FlowCheck = {
  rules: [rule],
  findings: (one, input) =>
    Object.entries(one.flow.agreement.reconcile ?? {}).flatMap(
      ([routine, { repair }]): Finding[] => {
        const repairing = input.head.flows.get(repair?.through ?? '');
        if (repairing === undefined) return [];
        const missing = missingKey(one, underCheck(repairing, input));
        if (missing.length === 0) return [];
        return [
          finding(rule, {
            message: `Mismatches of ${routine} are repaired through ${repairing.id}, which does not always carry ${missing.join(' and ')}.`,
            location: one.flow.document.at(
              formatPointer(['reconcile', routine, 'repair', 'through']),
            ),
            related: [{ message: repairing.id, location: repairing.document.at('') }],
          }),
        ];
      },
    ),
};
