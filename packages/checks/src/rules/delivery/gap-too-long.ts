import { type Finding, finding, type Rule } from '@treaty/findings';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/gap-too-long',
  severity: 'error',
  summary: 'A gap in the sequence holds its key for longer than a missing payload is tried.',
  why: 'After retry.within the missing payload is a dead letter and comes no more by itself: everything that is held for it waits for nothing.',
  fix: 'Let order.gap be at most retry.within.',
};

/** order.gap is at most retry.within. */
export const gapsEnd: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { order, retry } = flow.agreement.delivery ?? {};
    const [gap, within] = [seconds(order?.gap ?? ''), seconds(retry?.within ?? '')];
    if (gap === undefined || within === undefined || gap <= within) return [];
    return [
      finding(rule, {
        message: `${flow.id} holds a key for ${order?.gap} where a number is missing, but tries the missing payload for ${retry?.within} only.`,
        location: flow.document.at('/delivery/order/gap'),
      }),
    ];
  },
};
