import { type Finding, finding, type Rule } from '@treaty/findings';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'incident/nobody-called-at-once',
  severity: 'warning',
  summary: 'The first step of an escalation waits.',
  why: 'The time counts from the alert. Until the first step nobody knows of it.',
  fix: 'Let the first step be `after: 0m`; if an alert may wait, raise its threshold under `alert` instead.',
};

/** Somebody is called when the alert goes off. */
export const somebodyIsCalledAtOnce: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const steps = flow.agreement.incident?.escalate ?? [];
    const [first] = steps;
    if (first === undefined || steps.some(({ after }) => seconds(after) === 0)) return [];
    return [
      finding(rule, {
        message: `${flow.id} calls nobody until an alert is ${first.after} old.`,
        location: flow.document.at('/incident/escalate/0/after'),
      }),
    ];
  },
};
