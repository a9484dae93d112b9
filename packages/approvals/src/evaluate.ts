import { directoryOf } from './candidates.ts';
import { changedPaths, deceptiveFiles, isContractPath, malformedPaths } from './changed-paths.ts';
import { incompleteness } from './completeness.ts';
import { type Demand, seatsAsked } from './demand.ts';
import { obstacles } from './obstacles.ts';
import { involvedIn, type Opinion, opinionsOf, type Rejection } from './opinions.ts';
import { uncertainOwnership } from './ownership.ts';
import { familyOf, type Reason, reason } from './reason.ts';
import { seatReasons } from './seat-reasons.ts';
import { isCandidate, type SeatResult, takeSeats } from './seating.ts';
import type { Snapshot } from './snapshot.ts';

export interface Judgement {
  readonly verdict: 'pass' | 'block' | 'error';
  readonly seats: readonly SeatResult[];
  /** Approvals that cannot fill a seat. */
  readonly rejected: readonly RejectedApproval[];
  readonly reasons: readonly Reason[];
}

export interface RejectedApproval {
  readonly login: string;
  readonly reviewId: number;
  /** `no_seat`: the account is no candidate of any seat. */
  readonly reason: Rejection | 'dismissed' | 'no_seat';
}

/**
 * Decides whether a pull request has the approvals that it needs. Pure: no clock, no network, and no trust in the
 * snapshot. Any doubt about the evidence is `error`, and its reasons are then errors only; anything that is missing
 * or wrong is `block`; `pass` has no reasons, but for `not_applicable`.
 */
export function evaluate(demand: Demand, snapshot: Snapshot): Judgement {
  const paths = changedPaths(snapshot.files);
  const contractPaths = paths.filter((path) => isContractPath(path, demand.root));
  const asked = seatsAsked(demand, paths);
  const control = asked.filter(({ flow }) => flow === undefined);
  const directory = directoryOf(snapshot);
  const involved = involvedIn(snapshot);
  const head = snapshot.pullRequest.head.sha;
  const opinions = opinionsOf(snapshot.reviews, head, involved, directory.canWrite);
  const seats = takeSeats(asked, opinions, directory, involved);
  const judge = (verdict: Judgement['verdict'], reasons: readonly Reason[]): Judgement => ({
    verdict,
    seats,
    rejected: rejectedOf(opinions, seats),
    reasons,
  });

  const all = seats.map(({ seat }) => seat);
  const errors = [
    ...incompleteness(snapshot, demand.paths),
    ...malformedPaths(paths),
    ...uncertainOwnership(demand.codeowners, paths, contractPaths, all),
    ...failedLookups(seats),
  ];
  if (errors.length > 0) return judge('error', errors);

  const deceptive = deceptiveFiles(snapshot.files, paths, demand.root);
  const isConcerned =
    demand.changes.length > 0 ||
    contractPaths.length > 0 ||
    control.length > 0 ||
    deceptive.length > 0;
  if (paths.length > 0 && !isConcerned) {
    return judge('pass', [reason('not_applicable', 'no contract and no control file is changed')]);
  }
  const reasons = [
    ...obstacles(demand, snapshot, contractPaths, control),
    ...deceptive,
    ...seatReasons(demand.changes, seats, opinions),
  ];
  const blocks = reasons.some(({ kind }) => familyOf(kind) === 'block');
  return blocks ? judge('block', reasons) : judge('pass', []);
}

function failedLookups(seats: readonly SeatResult[]): readonly Reason[] {
  const failed = new Map(
    seats
      .flatMap(({ owners }) => owners)
      .flatMap((owner) => (owner.kind === 'failed' ? [[owner.owner, owner.status] as const] : [])),
  );
  return [...failed].map(([owner, status]) => {
    const message = `the members of ${owner} could not be read: the forge answered with status ${status}`;
    return reason('team_lookup_failed', message, owner);
  });
}

function rejectedOf(
  opinions: readonly Opinion[],
  seats: readonly SeatResult[],
): readonly RejectedApproval[] {
  const why = ({ login, stance, rejection }: Opinion): RejectedApproval['reason'] | undefined => {
    if (stance === 'refuses') return undefined;
    if (rejection === 'bot_approval') return rejection;
    if (!isCandidate(login, seats)) return 'no_seat';
    return stance === 'dismissed' ? 'dismissed' : rejection;
  };
  return opinions.flatMap((opinion) => {
    const because = why(opinion);
    const { login, review } = opinion;
    return because === undefined ? [] : [{ login, reviewId: review.id, reason: because }];
  });
}
