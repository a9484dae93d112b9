import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'reconcile/settle-too-short',
  severity: 'error',
  summary: 'A routine compares rows that may not have been confirmed yet.',
  why: 'What is still on its way is reported as lost. After a week of false mismatches nobody looks at the true ones.',
  fix: 'Raise settle to at least delivery.confirm.within.',
};

/** settle is at least confirm.within. */
export const rowsHaveSettled: FlowCheck = {
  rules: [rule],
  findings: ({ flow }) =>
    Object.entries(flow.agreement.reconcile ?? {}).flatMap(([routine, { settle }]): Finding[] => {
      const within = flow.agreement.delivery?.confirm?.within;
      if ((seconds(settle) ?? 0) >= (seconds(within ?? '') ?? 0)) return [];
      return [
        finding(rule, {
          message: `The routine ${routine} compares rows after ${settle}, and ${flow.id} may be confirmed after ${within}.`,
          location: flow.document.at(formatPointer(['reconcile', routine, 'settle'])),
        }),
      ];
    }),
};
