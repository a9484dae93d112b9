import type { Codeowners } from '@treaty/codeowners';
import type { ChangeToApprove, Seat } from './seats.ts';

/** What the base demands of a pull request. Everything in it is read from the base or computed; nothing is claimed. */
export interface Demand {
  /** The protected branch. */
  readonly branch: string;
  /** Folder of the contracts: `schemas`. */
  readonly root: string;
  /** In CODEOWNERS syntax: the files whose change needs their owners. */
  readonly controlFiles: readonly string[];
  /** Of the base; undefined: there is none. */
  readonly codeowners: Codeowners | undefined;
  readonly changes: readonly Pick<ChangeToApprove, 'flow' | 'class' | 'declared'>[];
  /** Those of the changes; the seats of control files follow from the snapshot. */
  readonly seats: readonly Seat[];
}
