import type { JsonObject, JsonValue } from '@treaty/json';
import {
  boolean,
  count,
  described,
  dictionary,
  list,
  nullable,
  oneOf,
  optional,
  pattern,
  record,
  type Shape,
  type ShapeProblem,
  text,
  whichHas,
} from './shape.ts';
import type {
  Account,
  ChangedFile,
  Commit,
  PullRequest,
  Ref,
  Review,
  Snapshot,
  Team,
} from './snapshot.ts';

const sha = pattern('^[0-9a-f]{40}([0-9a-f]{24})?$', 'the full id of a commit');
const instant = pattern(
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$',
  'an instant such as 2026-03-01T10:00:00Z',
);

const account = record<Account>({
  login: text,
  id: described('One per account.', count),
  type: oneOf('User', 'Bot'),
});

const ref = record<Ref>({ ref: described('Name of the branch.', text), sha });

const pullRequest = record<PullRequest>({
  number: count,
  draft: boolean,
  author: account,
  base: ref,
  head: ref,
  changedFiles: described('Number of changed files that the pull request itself states.', count),
  commitCount: described('Number of commits that the pull request itself states.', count),
});

const file = record<ChangedFile>({
  path: described('As the source gave it: not unquoted, not normalised.', text),
  status: oneOf('added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'),
  previousPath: optional(described('The name before a rename.', text)),
  mode: optional(
    described(
      'Git mode at the head. Absent: a regular file.',
      oneOf('100644', '100755', '120000', '160000'),
    ),
  ),
});

const commitLogin = described(
  "A login; null: the commit's e-mail address belongs to no known account.",
  nullable(text),
);
const commit = record<Commit>({ sha, author: commitLogin, committer: commitLogin });

const review = record<Review>({
  id: count,
  account,
  state: described('APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED or PENDING.', text),
  commit: described('The commit that was reviewed; null: no longer known.', nullable(sha)),
  submittedAt: instant,
  body: optional(text),
});

const team: Shape<Team> = whichHas(
  'failed',
  record<Team & { failed: number }>({
    failed: described('The look-up of the team ended with this HTTP status.', count),
  }),
  record<Team & { members: readonly string[] }>({
    members: described('Logins with an active membership.', list(text)),
    pending: optional(described('Logins invited, not yet members.', list(text))),
    privacy: oneOf('closed', 'secret'),
    permission: described(
      "The team's permission on the repository.",
      oneOf('pull', 'triage', 'push', 'maintain', 'admin'),
    ),
  }),
);

const snapshot = record<Snapshot>({
  version: oneOf(1),
  takenAt: described('When the snapshot was taken; the evaluation has no other clock.', instant),
  pullRequest,
  files: described('All changed files, all pages joined.', list(file)),
  commits: described('All commits, all pages joined.', list(commit, 1)),
  reviews: described('All reviews, all pages joined, oldest first.', list(review)),
  teams: described(
    'org/team → what the forge answers. A team that is not listed does not exist or is not visible.',
    dictionary(team),
  ),
  permissions: described(
    'Login → permission on the repository. A login that is not listed has none.',
    dictionary(oneOf('none', 'read', 'triage', 'write', 'maintain', 'admin')),
  ),
  openOnHead: described(
    'Numbers of all open pull requests whose head is this head commit, this one included.',
    list(count),
  ),
  failures: described(
    'Requests that failed for good → HTTP status. A key begins with the resource: files?page=2.',
    dictionary(count),
  ),
  after: described(
    'Base and head commit of the pull request, read again after everything else.',
    record<Snapshot['after']>({ base: sha, head: sha }),
  ),
});

/** The JSON Schema of a snapshot, which ships as `snapshot.schema.json`. */
export const snapshotSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Snapshot of a pull request',
  description: 'What treaty gate evaluate --snapshot reads.',
  ...snapshot.schema,
};

export type ReadSnapshot =
  | { readonly snapshot: Snapshot }
  | { readonly problems: readonly ShapeProblem[] };

/** Reads a snapshot out of any JSON value: unknown members, unknown words and missing parts are problems. */
export function readSnapshot(value: JsonValue): ReadSnapshot {
  const problems: ShapeProblem[] = [];
  const read = snapshot.read(value, '', problems);
  return problems.length === 0 ? { snapshot: read } : { problems };
}
