import type { Demand } from './demand.ts';
import type { Opinion, Rejection } from './opinions.ts';
import { type Reason, reason } from './reason.ts';
import { isCandidate, type SeatResult } from './seating.ts';
import { seatTitle } from './seats.ts';

/** Which seats are not filled, who refuses, and why approvals were not counted. */
export function seatReasons(
  changes: Demand['changes'],
  seats: readonly SeatResult[],
  opinions: readonly Opinion[],
): readonly Reason[] {
  return [
    ...unseated(changes, seats),
    ...seats.flatMap(vacancy),
    ...opinions.flatMap((opinion) => refusal(opinion, seats)),
    ...opinions.flatMap((opinion) => explanation(opinion, seats)),
    ...unresolvable(seats),
  ];
}

/** A change that nobody would have to approve: a policy or a contract without roles. */
function unseated(changes: Demand['changes'], seats: readonly SeatResult[]): readonly Reason[] {
  return changes
    .filter(({ flow }) => !seats.some(({ seat }) => seat.flow === flow))
    .map(({ flow }) => reason('missing', `nobody is named to approve the change of ${flow}`, flow));
}

function vacancy({ seat, status, couldFill }: SeatResult): readonly Reason[] {
  const title = seatTitle(seat);
  const people =
    couldFill.length === 0 ? 'nobody can at present' : `who can: ${couldFill.join(', ')}`;
  switch (status) {
    case 'filled':
      return [];
    case 'quorum': {
      const needed = seat.quorum === 1 ? 'somebody else' : `${seat.quorum} different people`;
      return [reason('quorum', `the ${title} must be ${needed}; ${people}`, title)];
    }
    case 'missing':
      return seat.owners.length === 0
        ? [reason('missing', `nobody owns ${seat.path}: add a line to CODEOWNERS`, title)]
        : [reason('missing', `the ${title} has not approved; ${people}`, title)];
  }
}

function refusal({ login, stance }: Opinion, seats: readonly SeatResult[]): readonly Reason[] {
  if (stance !== 'refuses' || !isCandidate(login, seats)) return [];
  return [reason('changes_requested', `${login} has requested changes`, login)];
}

const WHY: Readonly<Record<Rejection | 'dismissed', string>> = {
  bot_approval: 'is by a machine',
  self_approval: 'is by the author of the pull request',
  contributor_approval: 'is by the author or committer of one of its commits',
  unbound_review: 'is for a commit that is no longer known',
  stale: 'is for another commit than the head',
  permission: 'is by an account that cannot write',
  dismissed: 'was dismissed',
};

function explanation(
  { login, stance, rejection }: Opinion,
  seats: readonly SeatResult[],
): readonly Reason[] {
  const kind = stance === 'dismissed' ? 'dismissed' : rejection;
  if (kind === undefined) return [];
  if (kind !== 'bot_approval' && !isCandidate(login, seats)) return [];
  return [reason(kind, `the approval of ${login} ${WHY[kind]}`, login)];
}

function unresolvable(seats: readonly SeatResult[]): readonly Reason[] {
  const whys = new Map(
    seats
      .filter(({ status }) => status === 'missing')
      .flatMap(({ owners }) => owners)
      .flatMap((owner) =>
        owner.kind === 'unresolvable' ? [[owner.owner, owner.why] as const] : [],
      ),
  );
  return [...whys].map(([owner, why]) =>
    reason('owner_unresolvable', `${owner} cannot approve: ${why}`, owner),
  );
}
