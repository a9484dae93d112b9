import { type Codeowners, ownersOf, parseCodeowners } from '@treaty/codeowners';
import type { FlowChange } from '@treaty/compatibility';
import {
  BASELINE_FILE,
  type ChangeClass,
  partyFile,
  SCHEMAS,
  SETTINGS_FILE,
  type SeatName,
  type Settings,
} from '@treaty/registry';

/** One contract change, as computed from the registry of the base and of the head; never as its author tells it. */
export interface ChangeToApprove extends Omit<FlowChange, 'withRelease'> {
  /** The class that the author states, by a version's number for example. */
  readonly declared?: ChangeClass;
}

export type SeatRole = SeatName | 'control';

/** A place among the approvers: any of its owners may fill it, and `quorum` of them must. */
export interface Seat {
  /** Absent: the seat of a control file. */
  readonly flow?: string;
  readonly roles: readonly SeatRole[];
  /** Absent: the steward, or the owners of a control file. */
  readonly party?: string;
  /** The path whose owners fill it. */
  readonly path: string;
  readonly owners: readonly string[];
  readonly quorum: number;
  /** Why the seat is asked. */
  readonly reason: string;
}

export type ApprovalSettings = Pick<Settings, 'approvals' | 'quorum'>;

/**
 * The seats that changes need under the policy of the base: the steward, and one for each party that the policy
 * names, whatever roles it has. Changes of one flow share their seats. Owners come from CODEOWNERS of the base;
 * `prefix` is as for {@link controlFiles}.
 */
export function seatsOf(
  changes: readonly ChangeToApprove[],
  { approvals, quorum }: ApprovalSettings,
  codeowners: Codeowners,
  prefix = '',
): readonly Seat[] {
  const seats = new Map<string, Seat>();
  const ask = (change: ChangeToApprove, role: SeatName, party?: string) => {
    const { flow, class: size, why } = change;
    const path = prefix + (party === undefined ? change.contract : partyFile(party));
    const key = JSON.stringify([flow, party ?? null]);
    const known = seats.get(key);
    const because = `${flow}: ${size}, ${why}`;
    seats.set(key, {
      flow,
      roles: union(known?.roles, role),
      ...(party === undefined ? {} : { party }),
      path,
      owners: ownersOf(codeowners, path).owners,
      quorum: Math.max(known?.quorum ?? 1, quorum[role] ?? 1),
      reason: together(known?.reason, because),
    });
  };
  for (const change of changes) {
    for (const role of approvals[change.class]) {
      if (role === 'steward') ask(change, role);
      else for (const party of partiesOf(change, role)) ask(change, role, party);
    }
  }
  return [...seats.values()];
}

function partiesOf(change: ChangeToApprove, role: Exclude<SeatName, 'steward'>): readonly string[] {
  switch (role) {
    case 'producer':
      return change.producers;
    case 'records':
      return change.records;
    case 'consumers':
      return change.consumers;
  }
}

function together(known: string | undefined, because: string): string {
  if (known === undefined) return because;
  return known.includes(because) ? known : `${known}; ${because}`;
}

function union<T>(known: readonly T[] | undefined, added: T): readonly T[] {
  return [...new Set([...(known ?? []), added])];
}

/**
 * Files that decide who approves what, and what is not reported, in CODEOWNERS syntax. Whoever owns them on the base approves their
 * change. `prefix` is the registry's folder inside the repository: empty, or ending in a slash.
 */
export function controlFiles(prefix: string): readonly string[] {
  return [
    '/.github/CODEOWNERS',
    '/CODEOWNERS',
    '/docs/CODEOWNERS',
    '/.github/workflows/',
    `/${prefix}${SETTINGS_FILE}`,
    `/${prefix}${BASELINE_FILE}`,
    `/${prefix}${SCHEMAS}/parties/`,
    `/${prefix}${SCHEMAS}/*/entity.yaml`,
  ];
}

/** One seat for each changed control file. Both names of a rename belong into `paths`. */
export function controlSeats(
  paths: readonly string[],
  patterns: readonly string[],
  codeowners: Codeowners,
): readonly Seat[] {
  const control = parseCodeowners(patterns.join('\n'));
  return [...new Set(paths)]
    .filter((path) => ownersOf(control, path).line !== undefined)
    .map((path) => ({
      roles: ['control'],
      path,
      owners: ownersOf(codeowners, path).owners,
      quorum: 1,
      reason: `${path} decides what is checked, or who approves`,
    }));
}

/** `steward of order/placed`, `consumer oms of order/placed`, `owner of treaty.yaml`. */
export function seatTitle(seat: Seat): string {
  if (seat.flow === undefined) return `owner of ${seat.path}`;
  const roles = seat.roles.map((role) => SINGULAR[role]).join(' and ');
  return `${[roles, seat.party].filter(Boolean).join(' ')} of ${seat.flow}`;
}

const SINGULAR: Readonly<Record<SeatRole, string>> = {
  steward: 'steward',
  producer: 'producer',
  records: 'system of record',
  consumers: 'consumer',
  control: 'owner',
};
