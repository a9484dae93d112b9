import type { Rule } from '@treaty/findings';
import { isAlwaysThere, lookUp } from '../../attributes.ts';
import type { FlowCheck } from '../../context.ts';
import { shapeOfVersion } from '../../version-shape.ts';
import { identityFinding } from './identity-finding.ts';
import { faultsOf, identityPointers } from './identity-pointers.ts';
import { isOneValue } from './not-one-value.ts';

const rule: Rule = {
  id: 'identity/attribute-optional',
  severity: 'error',
  summary: 'The identity of a version names an attribute that may be absent or null.',
  why: 'A payload without it is no particular thing or change: duplicates pass, and order is lost for just those payloads.',
  fix: 'Require the attribute, and all that it lies in, in the schema; or name one that is required.',
};

/** Key, idempotency key, sequence and occurredAt are in every payload. */
export const identityIsRequired: FlowCheck = {
  rules: [rule],
  findings: (one) =>
    faultsOf(identityPointers(one), (each) => {
      const { shape } = shapeOfVersion(each.version);
      const isKnown = lookUp(shape, each.pointer) !== undefined;
      return isKnown && isOneValue(each) && !isAlwaysThere(shape, each.pointer);
    }).map((fault) =>
      identityFinding(rule, one.flow, fault, { verdict: 'which may be absent or null' }),
    ),
};
