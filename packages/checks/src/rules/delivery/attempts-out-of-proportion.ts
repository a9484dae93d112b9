import { type Finding, finding, type Rule } from '@treaty/findings';
import { attemptsOf } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/attempts-out-of-proportion',
  severity: 'warning',
  summary: 'A retry policy buys fewer than 3 attempts, or more than 5,000.',
  why: 'Two attempts do not outlast a restart of the consumer. Thousands are no patience but load: with 1,000 payloads stuck, 5,000 attempts each are five million calls of a system that is down.',
  fix: 'Change `within` or `cap`: 24h with a cap of 5m are about 580 attempts.',
};

const FEWEST = 3;
const MOST = 5000;

/** The attempts that a retry policy buys are neither a handful nor thousands. */
export const attemptsAreInProportion: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { retry } = flow.agreement.delivery ?? {};
    const attempts = retry && attemptsOf(retry);
    // Waits that do not grow are reported as that.
    if (attempts === undefined || retry?.factor === 1 || retry?.first === '0s') return [];
    const { least, expected } = attempts;
    if (least >= FEWEST && expected <= MOST) return [];
    const count = least < FEWEST ? `only ${least}` : `about ${expected}`;
    return [
      finding(rule, {
        message: `The retries of ${flow.id} within ${retry?.within} buy ${count} attempts.`,
        location: flow.document.at('/delivery/retry/within'),
      }),
    ];
  },
};
