import type { Finding, Rule } from '@treaty/findings';
import { lookUp } from '../../attributes.ts';
import type { FlowCheck } from '../../context.ts';
import { isMoment } from '../../keyword-values.ts';
import { shapeOfVersion } from '../../version-shape.ts';
import { identityFinding } from './identity-finding.ts';
import { faultsOf, type IdentityPointer, identityPointers } from './identity-pointers.ts';
import { isOneValue } from './not-one-value.ts';

const rule: Rule = {
  id: 'identity/type-unfit',
  severity: 'error',
  summary: 'A sequence is no whole number, or occurredAt is no timestamp.',
  why: 'Sequences are compared as numbers and counted without gaps; lag and totals by day are worked out from occurredAt. Text sorts 10 before 9.',
  fix: 'Name an attribute of the type integer, or a string with the format date-time, which has an offset.',
};

/** A sequence is a whole number, occurredAt a timestamp with offset. */
export const identityFits: FlowCheck = {
  rules: [rule],
  findings: (one) =>
    (['sequence', 'occurredAt'] as const).flatMap((role): Finding[] => {
      const pointers = identityPointers(one).filter(
        (each) => each.role === role && isOneValue(each),
      );
      const verdict =
        role === 'sequence'
          ? 'which is no whole number'
          : 'which is no timestamp with offset (date-time)';
      return faultsOf(pointers, (each) => !fits(each)).map((fault) =>
        identityFinding(rule, one.flow, fault, { verdict }),
      );
    }),
};

function fits({ version, role, pointer }: IdentityPointer): boolean {
  const attribute = lookUp(shapeOfVersion(version).shape, pointer);
  if (attribute === undefined || attribute === 'open') return true;
  const types = attribute.types.filter((type) => type !== 'null');
  if (role === 'sequence') return types.every((type) => type === 'integer');
  return types.every((type) => type === 'string') && isMoment(version, pointer);
}
