import { type Finding, finding, type Rule } from '@treaty/findings';
import type { EntityCheck } from '../../context.ts';
import { named, ownershipFaults } from './faults.ts';

const rule: Rule = {
  id: 'ownership/no-system-of-record',
  severity: 'error',
  summary: 'An attribute is sent that no system masters.',
  why: 'Where nobody holds the truth, two systems that differ are both right, and nobody can repair it.',
  fix: 'Give the attribute a system of record in the truth map of entity.yaml.',
};

/** Every attribute that is sent has a system of record. */
export const attributesAreMastered: EntityCheck = {
  rules: [rule],
  findings: (one, input) =>
    ownershipFaults(one, input).flatMap(({ kind, sent }): Finding[] => {
      if (kind !== 'no-record') return [];
      const [{ one: of, attribute, version, place, entity }] = sent;
      return [
        finding(rule, {
          message: `${of.flow.id} sends ${named(sent)}, which no system masters.`,
          location: entity.document.at('/truth'),
          related: [
            {
              message: `${version.version} describes it`,
              location: version.schema.at(place),
            },
          ],
          subject: `${of.flow.id} ${attribute}`,
        }),
      ];
    }),
};
