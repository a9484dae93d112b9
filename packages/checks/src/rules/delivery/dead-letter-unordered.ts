import { type Finding, finding, type Rule } from '@treaty/findings';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/dead-letter-unordered',
  severity: 'error',
  summary:
    'A dead letter is to be resolved before it is claimed, or is gone before it is resolved.',
  why: 'Respond, resolve and keep follow one another. Where keep ends first, the payload is lost while somebody still has time to save it.',
  fix: 'Let respond be at most resolve, and resolve at most keep.',
};

/** respond ≤ resolve ≤ keep */
export const deadLettersAreInTime: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { deadLetter = {} } = flow.agreement.delivery ?? {};
    const order = (['respond', 'resolve', 'keep'] as const).filter(
      (name) => deadLetter[name] !== undefined,
    );
    const timeOf = (name: (typeof order)[number]): number => seconds(deadLetter[name] ?? '') ?? 0;
    const wrong = order.find((name, i) =>
      order.slice(i + 1).some((later) => timeOf(later) < timeOf(name)),
    );
    const later = order.find(
      (name, i) => wrong !== undefined && i > order.indexOf(wrong) && timeOf(name) < timeOf(wrong),
    );
    if (wrong === undefined || later === undefined) return [];
    return [
      finding(rule, {
        message: `Dead letters of ${flow.id}: ${wrong} is ${deadLetter[wrong]}, longer than ${later} with ${deadLetter[later]}.`,
        location: flow.document.at(`/delivery/deadLetter/${wrong}`),
      }),
    ];
  },
};
