import type { FlowCheck } from '../../context.ts';
import { identityIsRequired } from './attribute-optional.ts';
import { identityIsThere } from './attribute-unknown.ts';
import { identityIsValues } from './not-one-value.ts';
import { identityFits } from './type-unfit.ts';

/** What the identity of the versions of a flow names. */
export const IDENTITY_CHECKS: readonly FlowCheck[] = [
  identityIsThere,
  identityIsValues,
  identityIsRequired,
  identityFits,
];
