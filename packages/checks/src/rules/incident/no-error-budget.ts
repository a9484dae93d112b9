import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';
import { percent } from './percent.ts';

const rule: Rule = {
  id: 'incident/no-error-budget',
  severity: 'error',
  summary: 'The objective of a flow is 100%.',
  why: 'Burn-rate alerts divide by what may fail. With nothing to spare, one late payload in a month burns infinitely fast, and the alert never rests.',
  fix: 'Choose an objective that can be met, such as 99.9%.',
};

/** An objective leaves a budget for errors. */
export const objectivesLeaveABudget: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const confirmed = flow.agreement.incident?.objective?.confirmed;
    if (percent(confirmed) !== 100) return [];
    return [
      finding(rule, {
        message: `The objective of ${flow.id} is ${confirmed} confirmed, which leaves no payload to be late.`,
        location: flow.document.at('/incident/objective/confirmed'),
      }),
    ];
  },
};
