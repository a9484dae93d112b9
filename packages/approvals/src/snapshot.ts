/**
 * What the gate is given: the state of one pull request, as a forge and git told it. Every list is whole, all its
 * pages joined, or the counts beside it show that it is not. Nothing in it is trusted.
 */
export interface Snapshot {
  readonly version: 1;
  /** When it was taken. The evaluation has no other clock. */
  readonly takenAt: string;
  readonly pullRequest: PullRequest;
  readonly files: readonly ChangedFile[];
  readonly commits: readonly Commit[];
  /** Oldest first. */
  readonly reviews: readonly Review[];
  /** `org/team` → what the forge answers. A team that is not listed does not exist or is not visible. */
  readonly teams: Readonly<Record<string, Team>>;
  /** Login → permission on the repository. A login that is not listed has none. */
  readonly permissions: Readonly<Record<string, Permission>>;
  /** All open pull requests whose head is this head commit, this one included. */
  readonly openOnHead: readonly number[];
  /** Requests that failed for good → HTTP status. A key begins with the resource: `files?page=2`. */
  readonly failures: Readonly<Record<string, number>>;
  /** Base and head commit of the pull request, read again after everything else. */
  readonly after: { readonly base: string; readonly head: string };
}

export interface PullRequest {
  readonly number: number;
  readonly draft: boolean;
  readonly author: Account;
  readonly base: Ref;
  readonly head: Ref;
  /** As the pull request itself states it, whatever the listing returned. */
  readonly changedFiles: number;
  readonly commitCount: number;
}

export interface Account {
  readonly login: string;
  /** One per account. */
  readonly id: number;
  readonly type: 'User' | 'Bot';
}

export interface Ref {
  /** Name of the branch. */
  readonly ref: string;
  readonly sha: string;
}

export interface ChangedFile {
  readonly path: string;
  readonly status: FileStatus;
  /** The name before a rename. */
  readonly previousPath?: string;
  /** Mode at the head, as git writes it. Absent: a regular file. */
  readonly mode?: FileMode;
}

export type FileStatus =
  | 'added'
  | 'removed'
  | 'modified'
  | 'renamed'
  | 'copied'
  | 'changed'
  | 'unchanged';

/** Regular, executable, symbolic link, submodule. */
export type FileMode = '100644' | '100755' | '120000' | '160000';

/** Logins; null: the commit's e-mail address belongs to no account that the forge knows. */
export interface Commit {
  readonly sha: string;
  readonly author: string | null;
  readonly committer: string | null;
}

export interface Review {
  readonly id: number;
  readonly account: Account;
  /** The forge's own word. One that the gate does not know is an error, never passed over. */
  readonly state: string;
  /** The commit that was reviewed; null: no longer known. */
  readonly commit: string | null;
  readonly submittedAt: string;
  /** Words of a stranger. */
  readonly body?: string;
}

export type Team =
  | {
      readonly members: readonly string[];
      /** Invited, not yet members: they cannot fill a seat. */
      readonly pending?: readonly string[];
      /** A secret team is not visible, and cannot own. */
      readonly privacy: 'closed' | 'secret';
      readonly permission: 'pull' | 'triage' | 'push' | 'maintain' | 'admin';
    }
  /** The look-up ended with this HTTP status, and nothing is known of the team. */
  | { readonly failed: number };

export type Permission = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';
