import { type Finding, finding, type Rule } from '@treaty/findings';
import type { FlowCheck } from '../../context.ts';
import { headsOf } from '../../flows.ts';

const rule: Rule = {
  id: 'delivery/order-without-sequence',
  severity: 'error',
  summary:
    'An agreement says what happens at a gap, and its payloads have no sequence without gaps.',
  why: 'Only where numbers grow by one can a missing number be told. Otherwise nothing is ever held, although its owners believe it.',
  fix: 'Give identity.sequence of the version `gapless: true`, if the producer numbers without gaps; else take `delivery.order` out.',
};

/** delivery.order is said of flows whose sequence is gapless, in some major that is sent. */
export const gapsCanBeSeen: FlowCheck = {
  rules: [rule],
  findings: (one): Finding[] => {
    const { flow } = one;
    if (flow.agreement.delivery?.order === undefined) return [];
    const heads = headsOf(one);
    const [newest] = heads;
    // A sequence only changes with a major: what is said may be of the next one, or of the one before.
    const isGapless = heads.some(({ meaning }) => meaning?.identity.sequence?.gapless === true);
    if (newest === undefined || isGapless) return [];
    const place = (newest.semantics ?? newest.schema).at('/identity/sequence');
    return [
      finding(rule, {
        message: `${flow.id} says what happens at a gap, and the sequence of ${newest.version} is not gapless.`,
        location: flow.document.at('/delivery/order', 'name'),
        related: [{ message: newest.version, location: place }],
      }),
    ];
  },
};
