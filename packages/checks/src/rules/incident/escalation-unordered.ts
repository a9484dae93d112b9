import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'incident/escalation-unordered',
  severity: 'error',
  summary: 'A step of an escalation comes before the step above it.',
  why: 'Who reads the list from the top at night calls in the wrong order; who follows the times calls somebody before their turn.',
  fix: 'Sort the steps by `after`.',
};

/** Steps are in the order of their times; two parties may be called at once. */
export const stepsFollowOneAnother: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const steps = flow.agreement.incident?.escalate ?? [];
    const timeOf = (after: string): number => seconds(after) ?? 0;
    const i = steps.findIndex(
      (step, at) => at > 0 && timeOf(step.after) < timeOf(steps[at - 1]?.after ?? ''),
    );
    const [step, above] = [steps[i], steps[i - 1]];
    if (step === undefined || above === undefined) return [];
    return [
      finding(rule, {
        message: `${flow.id} calls ${step.to} after ${step.after}, and above it ${above.to} after ${above.after}.`,
        location: flow.document.at(formatPointer(['incident', 'escalate', i, 'after'])),
      }),
    ];
  },
};
