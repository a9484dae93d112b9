import { git } from './git.ts';

/** A git repository around a registry. */
export interface Repository {
  /** Any folder inside the work tree. */
  readonly folder: string;
  /** The registry's root inside the repository: `''`, or a path that ends in a slash. */
  readonly prefix: string;
}

export interface Commit {
  readonly sha: string;
  /** As it was asked for: `origin/main`. */
  readonly name: string;
  /** Committer date in UTC, `YYYY-MM-DD`. */
  readonly date: string;
}

/** The repository that holds `folder` (a registry's root), or undefined outside of one. */
export function openRepository(folder: string): Repository | undefined {
  const prefix = git(folder, ['rev-parse', '--show-prefix']);
  return prefix.ok
    ? { folder, prefix: prefix.stdout.toString('utf8').replace(/\n$/, '') }
    : undefined;
}

/** The commit that a name (branch, tag, digest, `HEAD~2`) stands for, or undefined where there is none. */
export function resolveCommit(repository: Repository, name: string): Commit | undefined {
  const sha = git(repository.folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  if (!sha.ok) return undefined;
  const id = sha.stdout.toString('utf8').trim();
  const seconds = git(repository.folder, ['show', '--no-patch', '--format=%ct', id]);
  if (!seconds.ok) return undefined;
  const date = new Date(Number(seconds.stdout.toString('utf8').trim()) * 1000);
  return { sha: id, name, date: date.toISOString().slice(0, 10) };
}

/** The merge base of two commits; undefined where the history that is here holds none. */
export function mergeBase(repository: Repository, a: Commit, b: Commit): Commit | undefined {
  const base = git(repository.folder, ['merge-base', a.sha, b.sha]);
  return base.ok ? resolveCommit(repository, base.stdout.toString('utf8').trim()) : undefined;
}

/** Whether the clone was cut off (`git clone --depth`), as CI checkouts are by default. */
export function isShallow(repository: Repository): boolean {
  const answer = git(repository.folder, ['rev-parse', '--is-shallow-repository']);
  return answer.ok && answer.stdout.toString('utf8').trim() === 'true';
}

/**
 * Files that differ between a commit and the work tree, or between two commits: paths from the root of
 * the repository, both names of a rename. Without `head`, files that git does not track yet count too.
 */
export function changedFiles(
  repository: Repository,
  base: Commit,
  head?: Commit,
): readonly string[] {
  const range = head === undefined ? [base.sha] : [base.sha, head.sha];
  const tracked = git(repository.folder, [
    'diff',
    '--name-only',
    '--no-renames',
    '--no-relative',
    '-z',
    ...range,
    '--',
    ':/',
  ]);
  const added =
    head === undefined
      ? git(repository.folder, [
          'ls-files',
          '--others',
          '--exclude-standard',
          '--full-name',
          '-z',
          '--',
          ':/',
        ])
      : undefined;
  for (const result of [tracked, added]) {
    if (result !== undefined && !result.ok) throw new Error(`git: ${result.error}`);
  }
  const names = [tracked, added].flatMap((result) =>
    result?.ok ? result.stdout.toString('utf8').split('\0') : [],
  );
  return [...new Set(names.filter((name) => name !== ''))].sort();
}
