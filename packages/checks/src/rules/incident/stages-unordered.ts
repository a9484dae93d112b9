import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import type { FlowCheck } from '../../context.ts';
import { percent } from './percent.ts';

const rule: Rule = {
  id: 'incident/stages-unordered',
  severity: 'error',
  summary: 'The stages of a rollout do not rise to 100%.',
  why: 'Exposure is raised stage by stage, and stopped at one. A stage that is smaller than the one before it, or a last one below 100%, leaves the rollout where nobody meant it to stay.',
  fix: 'Sort the stages: shadow first, if there is one, then rising shares, 100% last.',
};

/** Stages rise from shadow, or a share, to 100%. */
export const stagesRise: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const stages = flow.agreement.incident?.exposure?.stages;
    if (stages === undefined) return [];
    const i = stages.findIndex(
      (stage, at) => at > 0 && (percent(stage) ?? 0) <= (percent(stages[at - 1]) ?? 0),
    );
    const last = stages.length - 1;
    if (i < 0 && percent(stages[last]) === 100) return [];
    const at = i < 0 ? last : i;
    return [
      finding(rule, {
        message:
          i < 0
            ? `The rollout of ${flow.id} ends at ${stages[last]}, not at 100%.`
            : `The rollout of ${flow.id} goes from ${stages[i - 1]} to ${stages[i]}, which is not more.`,
        location: flow.document.at(formatPointer(['incident', 'exposure', 'stages', at])),
      }),
    ];
  },
};
