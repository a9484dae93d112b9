import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { flowsInScope, type RegistryCheck } from '../../context.ts';
import { grouped } from '../../grouped.ts';

const rule: Rule = {
  id: 'party/without-page',
  severity: 'error',
  summary: 'A party is called in an escalation, and has no channel to be called by.',
  why: 'At night the step is taken, nobody is woken, and the time until the next step is lost.',
  fix: 'Give the party `contact: { page: … }`, a rota and not a person.',
};

/** Whoever an escalation calls can be called. */
export const partiesCanBeCalled: RegistryCheck = {
  rules: [rule],
  findings: (input) => {
    const steps = flowsInScope(input).flatMap(({ id, document, agreement }) =>
      (agreement.incident?.escalate ?? []).map(({ to }, i) => ({
        to,
        id,
        location: document.at(formatPointer(['incident', 'escalate', i, 'to'])),
      })),
    );
    return [...grouped(steps, ({ to }) => to)].flatMap(([name, calls]): Finding[] => {
      const party = input.head.parties.get(name);
      if (party === undefined || party.contact?.page !== undefined) return [];
      return [
        finding(rule, {
          message: `${name} is called in an escalation of ${calls[0]?.id}, and has no contact.page.`,
          location: party.document.at(party.contact === undefined ? '' : '/contact'),
          related: calls.map(({ id, location }) => ({ message: `${id} calls it`, location })),
        }),
      ];
    });
  },
};
