import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { suggestion } from '../../attributes.ts';
import type { RegistryCheck } from '../../context.ts';
import { isFlowThere } from '../../flows.ts';

const rule: Rule = {
  id: 'ownership/by-hand-flow-unknown',
  severity: 'error',
  summary: 'Entries by hand are to be recorded through a flow that the registry does not have.',
  why: 'What is entered by hand and recorded nowhere is overwritten by the next message, and nobody can tell who was right.',
  fix: 'Name the flow that carries such corrections, as <entity>/<flow>.',
};

/** Every permission to correct by hand names a flow that exists. */
export const entriesByHandHaveAFlow: RegistryCheck = {
  rules: [rule],
  findings: ({ head }) =>
    [...head.entities.values()].flatMap(({ name, document, byHand }) =>
      Object.entries(byHand).flatMap(([attribute, { through, party }]): Finding[] => {
        if (isFlowThere(head, through)) return [];
        return [
          finding(rule, {
            message: `${party} may correct ${attribute} of ${name} by hand, through ${through}, which does not exist.`,
            location: document.at(formatPointer(['byHand', attribute, 'through'])),
            ...suggestion(through, head.flows.ids()),
          }),
        ];
      }),
    ),
};
