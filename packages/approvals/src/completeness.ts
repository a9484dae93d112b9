import { changedPaths } from './changed-paths.ts';
import { type Reason, reason } from './reason.ts';
import type { Snapshot } from './snapshot.ts';

const REVIEW_STATES: ReadonlySet<string> = new Set([
  'APPROVED',
  'CHANGES_REQUESTED',
  'COMMENTED',
  'DISMISSED',
  'PENDING',
]);

/** Why the evidence is not whole. While it is not, nothing can be concluded from it. */
export function incompleteness(
  snapshot: Snapshot,
  paths: readonly string[] | undefined,
): readonly Reason[] {
  const { pullRequest, files, commits, reviews, after } = snapshot;
  const reasons: Reason[] = [];
  for (const [request, status] of Object.entries(snapshot.failures)) {
    const resource = request.split('?')[0] ?? request;
    reasons.push(reason('api', `the forge answered ${resource} with status ${status}`, resource));
  }
  if (files.length !== pullRequest.changedFiles) {
    const message = `${files.length} of ${pullRequest.changedFiles} changed files are listed`;
    reasons.push(reason('incomplete', message, 'files'));
  }
  const listed = new Set(changedPaths(files));
  const unlisted = paths?.find((path) => !listed.has(path));
  if (unlisted !== undefined) {
    const message = `${JSON.stringify(unlisted)} is changed, but not among the files of the snapshot`;
    reasons.push(reason('incomplete', message, 'files'));
  }
  if (commits.length !== pullRequest.commitCount) {
    const message = `${commits.length} of ${pullRequest.commitCount} commits are listed`;
    reasons.push(reason('incomplete', message, 'commits'));
  }
  for (const { path, status, previousPath } of files) {
    if (status === 'renamed' && previousPath === undefined) {
      const message = `the name of ${JSON.stringify(path)} before its rename is not known`;
      reasons.push(reason('incomplete', message, 'previous_filename'));
    }
  }
  if (after.head !== pullRequest.head.sha) {
    reasons.push(reason('head_moved', 'the head moved while the evidence was collected'));
  }
  if (after.base !== pullRequest.base.sha) {
    reasons.push(reason('base_moved', 'the base moved while the evidence was collected'));
  }
  for (const { id, state } of reviews) {
    if (!REVIEW_STATES.has(state)) {
      const message = `review ${id} has the unknown state ${JSON.stringify(state)}`;
      reasons.push(reason('bad_input', message, 'state'));
    }
  }
  return reasons;
}
