import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'reconcile/respond-after-resolve',
  severity: 'error',
  summary: 'A mismatch may be claimed later than it is to be corrected.',
  why: 'Somebody who claims it in time is late already.',
  fix: 'Let respond be at most resolve.',
};

/** respond is at most resolve. */
export const mismatchesAreClaimedInTime: FlowCheck = {
  rules: [rule],
  findings: ({ flow }) =>
    Object.entries(flow.agreement.reconcile ?? {}).flatMap(
      ([routine, { respond, resolve }]): Finding[] => {
        if (respond === undefined || resolve === undefined) return [];
        if ((seconds(respond) ?? 0) <= (seconds(resolve) ?? 0)) return [];
        return [
          finding(rule, {
            message: `A mismatch of ${routine} is to be claimed within ${respond}, and resolved within ${resolve}.`,
            location: flow.document.at(formatPointer(['reconcile', routine, 'respond'])),
          }),
        ];
      },
    ),
};
