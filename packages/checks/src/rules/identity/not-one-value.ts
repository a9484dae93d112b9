import type { Rule } from '@treaty/findings';
import { ANY } from '@treaty/json';
import type { FlowCheck } from '../../context.ts';
import { shapeOfVersion } from '../../version-shape.ts';
import { identityFinding } from './identity-finding.ts';
import { faultsOf, type IdentityPointer, identityPointers } from './identity-pointers.ts';

const rule: Rule = {
  id: 'identity/not-one-value',
  severity: 'error',
  summary: 'The identity of a version names a list, an object, or something inside of a list.',
  why: 'Keys are compared value by value. Two payloads about one thing would have different keys as soon as a list is sorted otherwise.',
  fix: 'Name attributes that are texts or numbers and stand once in a payload.',
};

/** Key, idempotency key, sequence and occurredAt are single values. */
export const identityIsValues: FlowCheck = {
  rules: [rule],
  findings: (one) =>
    faultsOf(identityPointers(one), (each) => !isOneValue(each)).map((fault) =>
      identityFinding(rule, one.flow, fault, { verdict: 'which is not one text or number' }),
    ),
};

/** Whether a pointer leads to one text, number or truth value; also where the schema does not say. */
export function isOneValue({ version, pointer }: IdentityPointer): boolean {
  if (pointer.split('/').includes(ANY)) return false;
  const types = shapeOfVersion(version).shape.get(pointer)?.types ?? [];
  const saysNothing = types.includes('string') && types.includes('object');
  return saysNothing || types.every((type) => type !== 'object' && type !== 'array');
}
