export type { ResolvedOwner } from './candidates.ts';
export { type Demand, demandOf, seatsAsked } from './demand.ts';
export { evaluate, type Judgement, type RejectedApproval } from './evaluate.ts';
export type { Rejection } from './opinions.ts';
export { type ReadSnapshot, readSnapshot, snapshotSchema } from './read-snapshot.ts';
export { familyOf, type Reason, type ReasonFamily, type ReasonKind } from './reason.ts';
export type { SeatResult } from './seating.ts';
export {
  type ApprovalSettings,
  type ChangeToApprove,
  controlFiles,
  controlSeats,
  type Seat,
  type SeatRole,
  seatsOf,
  seatTitle,
} from './seats.ts';
export type { ShapeProblem } from './shape.ts';
export type {
  Account,
  ChangedFile,
  Commit,
  FileMode,
  FileStatus,
  Permission,
  PullRequest,
  Ref,
  Review,
  Snapshot,
  Team,
} from './snapshot.ts';
