import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'incident/stage-unknown',
  severity: 'error',
  summary: 'irreversibleFrom names no stage of the rollout.',
  why: 'From that stage on, going back is repair and not reversal. Where it is never reached by name, an operator reverses what can only be repaired.',
  fix: 'Name one of the stages.',
};

/** The stage from which there is no way back is a stage. */
export const noReturnIsAStage: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { stages, irreversibleFrom } = flow.agreement.incident?.exposure ?? {};
    if (stages === undefined || irreversibleFrom === undefined) return [];
    if (stages.includes(irreversibleFrom)) return [];
    return [
      finding(rule, {
        message: `${flow.id} cannot be reversed from ${irreversibleFrom} on, which is none of its stages: ${stages.join(', ')}.`,
        location: flow.document.at('/incident/exposure/irreversibleFrom'),
      }),
    ];
  },
};
