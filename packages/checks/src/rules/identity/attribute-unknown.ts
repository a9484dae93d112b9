import type { Rule } from '@treaty/findings';
import { lookUp, suggestion } from '../../attributes.ts';
import type { FlowCheck } from '../../context.ts';
import { shapeOfVersion } from '../../version-shape.ts';
import { identityFinding } from './identity-finding.ts';
import { faultsOf, identityPointers } from './identity-pointers.ts';

const rule: Rule = {
  id: 'identity/attribute-unknown',
  severity: 'error',
  summary: 'The identity of a version names an attribute that its payloads do not have.',
  why: 'Without a key nothing can be ordered, recognised as a duplicate, or compared; every payload would be the same thing.',
  fix: 'Correct the pointer in semantics.yaml to an attribute of the schema.',
};

/** Key, idempotency key, sequence and occurredAt name attributes of their version. */
export const identityIsThere: FlowCheck = {
  rules: [rule],
  findings: (one) =>
    faultsOf(
      identityPointers(one),
      ({ version, pointer }) => lookUp(shapeOfVersion(version).shape, pointer) === undefined,
    ).map((fault) => {
      const [{ version, pointer }] = fault;
      const known = shapeOfVersion(version).shape.attributes.map((attribute) => attribute.pointer);
      return identityFinding(rule, one.flow, fault, {
        verdict: 'which its schema does not describe',
        ...suggestion(pointer, known),
      });
    }),
};
