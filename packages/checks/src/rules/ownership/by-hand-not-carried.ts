import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { type EntityCheck, underCheck } from '../../context.ts';
import { carries } from '../../entity-attributes.ts';
import { carriesNameOf } from '../../flows.ts';

const rule: Rule = {
  id: 'ownership/by-hand-not-carried',
  severity: 'error',
  summary: 'Entries by hand are to be recorded through a flow that does not carry the attribute.',
  why: 'The correction would stay in the system where it was typed: the next message from the system of record takes it back.',
  fix: 'Name the flow that carries the attribute, or add the attribute to its next version.',
};

/** The flow that records entries by hand carries what is entered. */
export const entriesByHandTravel: EntityCheck = {
  rules: [rule],
  findings: ({ entity, flows, complete }, input) =>
    Object.entries(entity.byHand).flatMap(([attribute, { through, party }]): Finding[] => {
      const flow = input.head.flows.get(through);
      if (flow === undefined || flow.versions.length === 0 || !complete) return [];
      const one = underCheck(flow, input);
      const isCarried =
        flow.entity === entity.name ? carries(one, attribute) : carriesNameOf(one, attribute);
      // An attribute that no flow carries is misspelt, and reported as that.
      const isKnown = flows.some((other) => carries(other, attribute));
      if (isCarried || !isKnown) return [];
      return [
        finding(rule, {
          message: `${party} may correct ${attribute} of ${entity.name} by hand, through ${through}, which does not carry it.`,
          location: entity.document.at(formatPointer(['byHand', attribute, 'through'])),
          related: [{ message: through, location: flow.document.at('') }],
        }),
      ];
    }),
};
