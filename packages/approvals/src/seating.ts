import { assign } from './assignment.ts';
import type { Directory, ResolvedOwner } from './candidates.ts';
import { foldLogin, isBot, sameLogin } from './login.ts';
import type { Involved, Opinion } from './opinions.ts';
import type { Seat } from './seats.ts';

/** A seat, who fills it and who still could. */
export interface SeatResult {
  readonly seat: Seat;
  /** `quorum`: some approvals count for it, but not those of enough people who fill no other seat. */
  readonly status: 'filled' | 'missing' | 'quorum';
  readonly filledBy: readonly { readonly login: string; readonly reviewId: number }[];
  /** Of a seat that is not filled: everybody whose approval would. */
  readonly couldFill: readonly string[];
  /** The seat's owners, and who can stand for each. */
  readonly owners: readonly ResolvedOwner[];
}

interface Place {
  readonly seat: Seat;
  readonly owners: readonly ResolvedOwner[];
  readonly candidates: ReadonlySet<string>;
  readonly approvals: readonly Opinion[];
}

/**
 * Fills the seats with the approvals that count. The seats of one flow, together with those of control files, need
 * different people; the seats of two flows do not.
 */
export function takeSeats(
  seats: readonly Seat[],
  opinions: readonly Opinion[],
  directory: Directory,
  { author, contributors }: Involved,
): readonly SeatResult[] {
  const counting = opinions.filter(
    ({ stance, rejection }) => stance === 'approves' && rejection === undefined,
  );
  const places = seats.map((seat): Place => {
    const owners = seat.owners.map(directory.resolve);
    const candidates = new Set(owners.flatMap(({ logins }) => logins.map(foldLogin)));
    const approvals = counting.filter(({ login }) => candidates.has(foldLogin(login)));
    return { seat, owners, candidates, approvals };
  });

  const results = new Map<Seat, SeatResult>();
  for (const flow of flowsOf(seats)) {
    const group = places.filter(({ seat }) => seat.flow === undefined || seat.flow === flow);
    const takers = takersOf(group);
    const taken = new Set([...takers.values()].flat().map(({ login }) => foldLogin(login)));
    for (const place of group) {
      const filledBy = takers.get(place) ?? [];
      const result = resultOf(
        place,
        filledBy,
        (login) =>
          !taken.has(login) &&
          !isBot({ login }) &&
          !sameLogin(login, author.login) &&
          !contributors.has(login) &&
          directory.canWrite(login),
      );
      // A control file's seat stands in every group; one in which it is not filled decides.
      if (results.get(place.seat)?.status !== 'quorum') results.set(place.seat, result);
    }
  }
  return seats.flatMap((seat) => results.get(seat) ?? []);
}

/** Whether a login could fill one of the seats, were its approval to count. */
export function isCandidate(login: string, seats: readonly SeatResult[]): boolean {
  return seats.some(({ owners }) =>
    owners.some(({ logins }) => logins.some((candidate) => sameLogin(candidate, login))),
  );
}

/** The flows that have seats; undefined alone where only control files do. */
function flowsOf(seats: readonly Seat[]): readonly (string | undefined)[] {
  const flows = new Set(seats.flatMap(({ flow }) => flow ?? []));
  return flows.size === 0 ? [undefined] : [...flows];
}

function takersOf(group: readonly Place[]): ReadonlyMap<Place, readonly Opinion[]> {
  // One more place than there are approvals shows that a quorum is not reached; all of a huge one would not fit.
  const chairs = group.flatMap((place) =>
    Array<Place>(Math.min(place.seat.quorum, place.approvals.length + 1)).fill(place),
  );
  const takers = new Map<Place, Opinion[]>();
  for (const [i, opinion] of assign(chairs.map(({ approvals }) => approvals)).entries()) {
    const place = chairs[i];
    if (opinion === undefined || place === undefined) continue;
    takers.set(place, [...(takers.get(place) ?? []), opinion]);
  }
  return takers;
}

function resultOf(
  { seat, owners, candidates, approvals }: Place,
  takers: readonly Opinion[],
  isFree: (login: string) => boolean,
): SeatResult {
  const filled = takers.length >= seat.quorum;
  return {
    seat,
    status: filled ? 'filled' : approvals.length === 0 ? 'missing' : 'quorum',
    filledBy: takers.map(({ login, review }) => ({ login, reviewId: review.id })),
    couldFill: filled ? [] : [...candidates].filter(isFree).sort(),
    owners,
  };
}
