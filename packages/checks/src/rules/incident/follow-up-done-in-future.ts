import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'incident/follow-up-done-in-future',
  severity: 'error',
  summary: 'A follow-up is said to be done on a day that is still to come.',
  why: 'A plan is no fact: from that entry on nobody is reminded.',
  fix: 'Take `done` out until it is done; `due` is for the plan.',
};

/** What is done was done by today. */
export const doneIsDone: FlowCheck = {
  rules: [rule],
  findings: ({ flow }, { today }) =>
    (flow.agreement.incident?.followUps ?? []).flatMap(({ incident, done }, i): Finding[] => {
      if (done === undefined || done <= today) return [];
      return [
        finding(rule, {
          message: `The follow-up of ${incident} is said to be done on ${done}, and today is ${today}.`,
          location: flow.document.at(formatPointer(['incident', 'followUps', i, 'done'])),
        }),
      ];
    }),
};
