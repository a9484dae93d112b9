import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';
import { newestOf } from '../../flows.ts';

const rule: Rule = {
  id: 'delivery/gapless-without-order',
  severity: 'warning',
  summary: 'A sequence has no gaps, and the agreement does not say what happens at one.',
  why: 'A gap holds its key until the missing change arrives. If it never does, that one order or price stands still, and nothing says so.',
  fix: 'Say `order: { gap: 30s, then: dead-letter }` under `delivery`.',
};

/** Where gaps hold, the agreement says for how long. */
export const gapsAreBounded: FlowCheck = {
  rules: [rule],
  findings: (one): Finding[] => {
    const { flow } = one;
    const { delivery } = flow.agreement;
    const newest = newestOf(one);
    const { sequence } = newest?.meaning?.identity ?? {};
    if (delivery === undefined || delivery.order !== undefined || sequence?.gapless !== true)
      return [];
    return [
      finding(rule, {
        message: `${flow.id} numbers without gaps (${sequence.from}), and does not say how long a gap holds.`,
        location: flow.document.at('/delivery', 'name'),
      }),
    ];
  },
};
