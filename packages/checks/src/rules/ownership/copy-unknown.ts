import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { suggestion } from '../../attributes.ts';
import type { FlowCheck } from '../../context.ts';
import { attributeNames, carries } from '../../entity-attributes.ts';

const rule: Rule = {
  id: 'ownership/copy-unknown',
  severity: 'error',
  summary: 'An agreement declares a copy of an attribute that the flow does not carry.',
  why: 'The list of copies tells who must not be believed about what. A misspelt entry leaves the attribute that was meant undeclared.',
  fix: 'Correct the pointer, or take the entry out.',
};

/** Copies are of attributes that the flow carries, in some version that is not retired. */
export const copiesExist: FlowCheck = {
  rules: [rule],
  findings: (one) =>
    one.flow.agreement.copies.flatMap((copy, i): Finding[] => {
      if (one.current.length === 0 || carries(one, copy)) return [];
      return [
        finding(rule, {
          message: `${one.flow.id} carries no ${copy}, of which it declares a copy.`,
          location: one.flow.document.at(formatPointer(['copies', i])),
          ...suggestion(copy, attributeNames(one)),
        }),
      ];
    }),
};
