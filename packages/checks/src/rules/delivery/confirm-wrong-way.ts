import { type Finding, finding, type Rule } from '@treaty/findings';
import { flowsInScope, type RegistryCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/confirm-wrong-way',
  severity: 'error',
  summary: 'The flow that confirms another one does not lead from a consumer back to the producer.',
  why: 'The producer waits for a confirmation that is never sent to it: every payload is late, and is sent again.',
  fix: 'Name a flow that a consumer sends and the producer reads; or add the producer to its consumers.',
};

/** A confirmation is sent by a consumer, and read by the producer. */
export const confirmationsComeBack: RegistryCheck = {
  rules: [rule],
  findings: (input) =>
    flowsInScope(input).flatMap(({ id, document, agreement }): Finding[] => {
      const through = agreement.delivery?.confirm?.through;
      const confirming = input.head.flows.get(through ?? '');
      if (through === undefined || confirming === undefined) return [];
      const answers = agreement.consumers.some(
        ({ party }) => party === confirming.agreement.producer,
      );
      const reaches = confirming.agreement.consumers.some(
        ({ party }) => party === agreement.producer,
      );
      if (answers && reaches) return [];
      const why = answers
        ? `its producer ${agreement.producer} does not read`
        : `${confirming.agreement.producer} sends, and does not read ${id}`;
      return [
        finding(rule, {
          message: `${id} is to be confirmed through ${through}, which ${why}.`,
          location: document.at('/delivery/confirm/through'),
          related: [
            {
              message: through,
              location: confirming.document.at(answers ? '/consumers' : '/producer', 'name'),
            },
          ],
        }),
      ];
    }),
};
