import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/retry-incomplete',
  severity: 'error',
  summary: 'A retry policy leaves open how long it waits or when it ends.',
  why: 'What is not said is decided by each client for itself: one gives up after a minute, another one never.',
  fix: 'Say first, factor and within, in contract.yaml or under `defaults` of treaty.yaml.',
};

/** A retry policy says first, factor and within. Without a cap the waits grow on. */
export const retriesAreSaid: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const retry = flow.agreement.delivery?.retry;
    if (retry === undefined) return [];
    const missing = (['first', 'factor', 'within'] as const).filter(
      (name) => retry[name] === undefined,
    );
    if (missing.length === 0) return [];
    const message = `${flow.id} retries, and does not say ${missing.join(' and ')}.`;
    return [finding(rule, { message, location: flow.document.at('/delivery/retry', 'name') })];
  },
};
