import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';
import { percent } from './percent.ts';

const rule: Rule = {
  id: 'incident/advance-below-objective',
  severity: 'warning',
  summary: 'A rollout advances although it misses the objective of the flow.',
  why: 'At the next stage more payloads go the same way: the objective is missed by decision, and the alerts will say so.',
  fix: 'Let advance.confirmed be at least objective.confirmed, or lower the objective.',
};

/** What lets a rollout advance meets the objective. */
export const gatesMeetTheObjective: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { objective, exposure } = flow.agreement.incident ?? {};
    const [gate, aim] = [percent(exposure?.advance?.confirmed), percent(objective?.confirmed)];
    if (gate === undefined || aim === undefined || gate >= aim) return [];
    const halt = percent(exposure?.halt?.confirmed);
    // What no gate can meet, and a gate that is below the halt as well, are reported as that.
    if (aim === 100 || (halt !== undefined && gate < halt)) return [];
    return [
      finding(rule, {
        message: `The rollout of ${flow.id} advances at ${exposure?.advance?.confirmed} confirmed, and its objective is ${objective?.confirmed}.`,
        location: flow.document.at('/incident/exposure/advance/confirmed'),
      }),
    ];
  },
};
