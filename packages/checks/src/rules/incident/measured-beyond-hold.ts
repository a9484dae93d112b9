import { type Finding, finding, type Rule } from '@treaty/findings';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'incident/measured-beyond-hold',
  severity: 'error',
  summary: 'A threshold of a rollout is measured over a longer time than a stage is held.',
  why: 'What was measured at the stage before counts as well: a stage that goes badly is let through by the good days before it.',
  fix: 'Let `over` be at most `hold`.',
};

/** A stage is judged by its own time: advance.over and halt.over are at most hold. */
export const stagesAreJudgedAlone: FlowCheck = {
  rules: [rule],
  findings: ({ flow }) => {
    const { hold, advance, halt } = flow.agreement.incident?.exposure ?? {};
    const held = seconds(hold ?? '');
    return Object.entries({ advance, halt }).flatMap(([name, threshold]): Finding[] => {
      const over = seconds(threshold?.over ?? '');
      if (held === undefined || over === undefined || over <= held) return [];
      return [
        finding(rule, {
          message: `The rollout of ${flow.id} measures \`${name}\` over ${threshold?.over}, and holds a stage for ${hold}.`,
          location: flow.document.at(`/incident/exposure/${name}/over`),
        }),
      ];
    });
  },
};
