import { releasedFindings } from '@treaty/compatibility';
import type { FlowCheck } from '../context.ts';

/** Released versions are there, unchanged, and the lock only grew. */
export const releasedVersionsUnchanged: FlowCheck = ({ flow, base, question }, { head }) =>
  releasedFindings(flow, base, head.broken, question);
