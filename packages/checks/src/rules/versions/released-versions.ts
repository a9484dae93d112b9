import { compatibilityRules, releasedFindings } from '@treaty/compatibility';
import { type Finding, finding } from '@treaty/findings';
import { SCHEMAS, startOf, type Versioned } from '@treaty/registry';
import type { FlowCheck, RegistryCheck } from '../../context.ts';

/** Released versions are there, unchanged, and the lock only grew. */
export const releasedVersionsUnchanged: FlowCheck = {
  rules: [],
  findings: ({ flow, base, mergeBase, question }, { head }) =>
    releasedFindings({ flow, base, mergeBase, broken: head.broken, question }),
};

/** Nothing with a released version disappears. */
export const releasedFlowsStay: RegistryCheck = {
  rules: [],
  findings: ({ head, against }) => {
    const { scope = () => true } = against ?? {};
    const before = against?.mergeBase;
    const standing: readonly Versioned[] = [
      ...(before?.flows.select((id) => scope(`${SCHEMAS}/${id}`)) ?? []),
      ...(before?.shared.values() ?? []),
    ];
    return standing.flatMap(({ id, folder, lock }): Finding[] => {
      const file = `${folder}/contract.yaml`;
      const isThere = head.flows.has(id) || head.shared.has(id) || head.broken.has(file);
      if (lock.length === 0 || isThere) return [];
      const message = `${id} is gone; ${lock.length} of its versions are released.`;
      return [finding(compatibilityRules.flowRemoved, { message, location: startOf(file) })];
    });
  },
};
