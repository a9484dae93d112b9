import { compatibilityRules, releasedFindings } from '@treaty/compatibility';
import { type Finding, finding } from '@treaty/findings';
import { startOf } from '@treaty/registry';
import type { FlowCheck, RegistryCheck } from '../../context.ts';

/** Released versions are there, unchanged, and the lock only grew. */
export const releasedVersionsUnchanged: FlowCheck = {
  rules: [],
  findings: ({ flow, base, mergeBase, question }, { head }) =>
    releasedFindings({ flow, base, mergeBase, broken: head.broken, question }),
};

/** No flow with a released version disappears. */
export const releasedFlowsStay: RegistryCheck = {
  rules: [],
  findings: ({ head, against }) =>
    [...(against?.mergeBase.flows.values() ?? [])].flatMap(({ id, folder, lock }): Finding[] => {
      const file = `${folder}/contract.yaml`;
      if (lock.length === 0 || head.flows.has(id) || head.broken.has(file)) return [];
      const message = `${id} is gone; ${lock.length} of its versions are released.`;
      return [finding(compatibilityRules.flowRemoved, { message, location: startOf(file) })];
    }),
};
