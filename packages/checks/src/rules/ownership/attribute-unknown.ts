import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { suggestion } from '../../attributes.ts';
import type { EntityCheck } from '../../context.ts';
import { attributeNames, carries } from '../../entity-attributes.ts';

const rule: Rule = {
  id: 'ownership/attribute-unknown',
  severity: 'error',
  summary: 'The truth map, or `byHand`, names an attribute that no flow of the entity carries.',
  why: 'A misspelt attribute falls to the next shorter pointer, and so to another system of record than the one that its owners meant.',
  fix: 'Correct the pointer to an attribute of a version that is not retired; see `attributes` of the agreement for names that differ.',
};

/** What the entity says of attributes, it says of attributes that exist. */
export const truthIsAboutSomething: EntityCheck = {
  rules: [rule],
  findings: ({ entity, flows, complete }) => {
    const isEmpty = flows.every(({ current }) => current.length === 0);
    if (!complete || isEmpty) return [];
    const named = (['truth', 'byHand'] as const).flatMap((section) =>
      Object.keys(entity[section]).map((attribute) => ({ section, attribute })),
    );
    return named.flatMap(({ section, attribute }): Finding[] => {
      if (attribute === '' || flows.some((one) => carries(one, attribute))) return [];
      // One slip is one finding, also where both sections say the same.
      if (section === 'byHand' && Object.hasOwn(entity.truth, attribute)) return [];
      return [
        finding(rule, {
          message: `No flow of ${entity.name} carries ${attribute}.`,
          location: entity.document.at(formatPointer([section, attribute]), 'name'),
          ...suggestion(
            attribute,
            flows.flatMap((one) => [...attributeNames(one)]),
          ),
        }),
      ];
    });
  },
};
