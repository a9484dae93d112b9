import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { type FlowCheck, severityOfCalendar } from '../../context.ts';

const rule: Rule = {
  id: 'incident/follow-up-overdue',
  severity: 'warning',
  summary: 'What was promised after an incident is overdue.',
  why: 'The cause of the incident is still there, and those who were hit by it believe that it is not.',
  fix: 'Do it and write the day under `done`; or move the day, with those who were promised it. A warning, and an error under `check --calendar`.',
};

/** Follow-ups are done by their day. */
export const followUpsAreDone: FlowCheck = {
  rules: [rule],
  findings: ({ flow }, input) =>
    (flow.agreement.incident?.followUps ?? []).flatMap(
      ({ incident, fix, due, done }, i): Finding[] => {
        if (done !== undefined || input.today <= due) return [];
        const who = flow.agreement.responsible?.incident;
        return [
          finding(rule, {
            message: `The follow-up of ${incident} (${fix}) was due on ${due}${who === undefined ? '' : `; ${who} owns it`}.`,
            severity: severityOfCalendar(input),
            location: flow.document.at(formatPointer(['incident', 'followUps', i, 'due'])),
          }),
        ];
      },
    ),
};
