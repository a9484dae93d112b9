import { type Codeowners, parseCodeowners } from '@treaty/codeowners';
import { SCHEMAS, type Settings } from '@treaty/registry';
import {
  type ApprovalSettings,
  type ChangeToApprove,
  controlFiles,
  controlSeats,
  type Seat,
  seatsOf,
} from './seats.ts';

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
  /** Changed files as git tells them, both names of a rename; undefined: the snapshot's list is all there is. */
  readonly paths?: readonly string[];
  /** Those of the changes; the seats of control files follow from the paths: {@link seatsAsked}. */
  readonly seats: readonly Seat[];
}

/** The demand of a base, by its settings and its CODEOWNERS; `prefix` is as for {@link controlFiles}. */
export function demandOf(
  changes: readonly ChangeToApprove[],
  settings: ApprovalSettings & Pick<Settings, 'branch'>,
  codeowners: Codeowners | undefined,
  prefix = '',
): Demand {
  return {
    branch: settings.branch,
    root: prefix + SCHEMAS,
    controlFiles: controlFiles(prefix),
    codeowners,
    changes,
    seats: seatsOf(changes, settings, codeowners ?? parseCodeowners(''), prefix),
  };
}

/** Every seat that a change of these paths needs: those of its flows, then one for each control file. */
export function seatsAsked(demand: Demand, paths: readonly string[]): readonly Seat[] {
  const codeowners = demand.codeowners ?? parseCodeowners('');
  return [...demand.seats, ...controlSeats(paths, demand.controlFiles, codeowners)];
}
