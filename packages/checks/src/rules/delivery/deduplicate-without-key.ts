import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';
import { headsOf } from '../../flows.ts';

const rule: Rule = {
  id: 'delivery/deduplicate-without-key',
  severity: 'error',
  summary: 'An agreement says how long duplicates are recognised, and nothing tells them.',
  why: 'Two payloads are one change if their idempotency keys are equal. Without one each delivery counts, and what came twice is done twice.',
  fix: 'Give identity.idempotencyKey in semantics.yaml: the key, and what tells one change to it from the next.',
};

/** delivery.deduplicate is said of flows whose payloads have an idempotency key. */
export const duplicatesCanBeTold: FlowCheck = {
  rules: [rule],
  findings: (one): Finding[] => {
    const { flow } = one;
    if (flow.agreement.delivery?.deduplicate?.within === undefined) return [];
    const without = headsOf(one).find(
      ({ meaning }) => meaning?.identity?.idempotencyKey === undefined,
    );
    if (without === undefined) return [];
    return [
      finding(rule, {
        message: `Duplicates of ${flow.id} are to be recognised, and ${without.version} has no idempotency key.`,
        location: flow.document.at('/delivery/deduplicate', 'name'),
        related: [
          {
            message: without.version,
            location: (without.semantics ?? without.schema).at('/identity'),
          },
        ],
      }),
    ];
  },
};
