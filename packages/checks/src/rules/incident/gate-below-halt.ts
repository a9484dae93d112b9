import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';
import { percent } from './percent.ts';

const rule: Rule = {
  id: 'incident/gate-below-halt',
  severity: 'error',
  summary: 'A rollout advances at a share of confirmed payloads at which it is stopped.',
  why: 'A gate below the threshold that stops is never met: exposure stops by itself before it could rise.',
  fix: 'Let advance.confirmed be above halt.confirmed.',
};

/** What lets a rollout advance is better than what stops it. */
export const gatesAreAboveHalts: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { advance, halt } = flow.agreement.incident?.exposure ?? {};
    const [gate, stop] = [percent(advance?.confirmed), percent(halt?.confirmed)];
    if (gate === undefined || stop === undefined || gate >= stop) return [];
    return [
      finding(rule, {
        message: `The rollout of ${flow.id} advances at ${advance?.confirmed} confirmed, and is stopped below ${halt?.confirmed}.`,
        location: flow.document.at('/incident/exposure/advance/confirmed'),
        related: [
          { message: 'halt', location: flow.document.at('/incident/exposure/halt/confirmed') },
        ],
      }),
    ];
  },
};
