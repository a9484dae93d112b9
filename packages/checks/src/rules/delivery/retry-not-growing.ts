import { type Finding, finding, type Rule } from '@treaty/findings';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/retry-not-growing',
  severity: 'error',
  summary: 'The waits of a retry policy do not grow.',
  why: 'A system that is down is asked at full rate for as long as it is down, by everybody at once, and does not get up.',
  fix: 'Choose a factor above 1 (2 is usual), and a cap that is longer than the first wait.',
};

/** Waits grow: factor above 1, and a cap of at least the first wait. */
export const retriesBackOff: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { first = '', factor, cap = '' } = flow.agreement.delivery?.retry ?? {};
    const [start, most] = [seconds(first), seconds(cap)];
    const capped = start !== undefined && most !== undefined && most < start;
    const problem =
      factor === 1
        ? `each wait is as long as the one before (factor 1)`
        : start === 0
          ? 'the first wait is 0, and so are all others'
          : capped
            ? `the cap of ${cap} is shorter than the first wait of ${first}`
            : undefined;
    if (problem === undefined) return [];
    const at = factor === 1 ? 'factor' : start === 0 ? 'first' : 'cap';
    const location = flow.document.at(`/delivery/retry/${at}`);
    return [
      finding(rule, { message: `Retries of ${flow.id} do not back off: ${problem}.`, location }),
    ];
  },
};
