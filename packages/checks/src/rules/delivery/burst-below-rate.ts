import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/burst-below-rate',
  severity: 'warning',
  summary: 'Fewer payloads may come at once than in a second.',
  why: 'What waits in a bucket that is smaller than one second of payloads runs over: the producer never reaches the rate that it was promised.',
  fix: 'Raise rate.burst to at least rate.perSecond, or lower rate.perSecond to what the consumers bear.',
};

/** A burst is at least what may come in a second. */
export const burstsFitTheRate: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { perSecond, burst } = flow.agreement.delivery?.rate ?? {};
    if (perSecond === undefined || burst === undefined || burst >= perSecond) return [];
    return [
      finding(rule, {
        message: `${flow.id} allows ${perSecond} payloads a second, and only ${burst} at once.`,
        location: flow.document.at('/delivery/rate/burst'),
      }),
    ];
  },
};
