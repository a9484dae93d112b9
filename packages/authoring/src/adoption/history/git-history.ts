import { git, openRepository, type Repository } from '@treaty/registry';

/** What git remembers of the files of a repository, along the branch that is checked out. */
export interface History {
  /** The commits that touched a file, newest first, renames followed; at most `most`. */
  commitsOf(file: string, most: number): readonly FileCommit[];
  /** What a commit holds under a path; undefined where it holds no file. */
  read(commit: string, file: string): Uint8Array | undefined;
  /** How far back a commit lies on the branch: 0 is its head. */
  rankOf(commit: string): number;
  /** Whether the clone was cut off, so that there is more than it knows. */
  readonly isShallow: boolean;
}

export interface FileCommit {
  readonly sha: string;
  /** Committer date in UTC, `YYYY-MM-DD`. */
  readonly day: string;
  /** What the file was called then, relative to the registry's root. */
  readonly file: string;
}

/** No branch that people merge into has more; older commits are as if they were not there. */
const MAX_COMMITS = 200_000;

/** The history around a folder; undefined outside of a repository, and where nothing is committed yet. */
export function openHistory(folder: string): History | undefined {
  const repository = openRepository(folder);
  // Along first parents: what stood on the branch, and when; not what was tried on branches merged into it.
  const line = ['rev-list', '--first-parent', `--max-count=${MAX_COMMITS}`, 'HEAD'];
  const commits = repository && git(folder, line);
  if (repository === undefined || commits?.ok !== true) return undefined;
  const ranks = new Map(
    commits.stdout
      .toString('latin1')
      .trim()
      .split('\n')
      .map((sha, rank) => [sha, rank]),
  );
  const shallow = git(folder, ['rev-parse', '--is-shallow-repository']);
  return {
    isShallow: shallow.ok && shallow.stdout.toString('latin1').trim() === 'true',
    rankOf: (sha) => ranks.get(sha) ?? Number.POSITIVE_INFINITY,
    commitsOf: (file, most) => commitsOf(repository, file, most),
    read(commit, file) {
      const blob = git(folder, ['cat-file', 'blob', `${commit}:${repository.prefix}${file}`]);
      return blob.ok ? blob.stdout : undefined;
    },
  };
}

function commitsOf({ folder, prefix }: Repository, file: string, most: number): FileCommit[] {
  const log = git(folder, [
    '--literal-pathspecs',
    'log',
    '--first-parent',
    '--follow',
    `--max-count=${most}`,
    '--format=%x00%H%x00%ct',
    '--name-status',
    '-z',
    '--',
    file,
  ]);
  if (!log.ok) return [];
  // For each commit: '', digest, seconds, '\nM', path; a rename or a copy has two paths.
  const fields = log.stdout.toString('utf8').split('\0');
  const commits: FileCommit[] = [];
  for (let i = 1; i + 3 < fields.length; ) {
    const [sha = '', seconds, status = '', ...paths] = fields.slice(i, i + 5);
    const count = /^\n[RC]/.test(status) ? 2 : 1;
    const path = paths[count - 1] ?? '';
    const day = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
    if (path.startsWith(prefix)) commits.push({ sha, day, file: path.slice(prefix.length) });
    // git follows copies as it follows renames; what was copied from another file began there.
    if (status.startsWith('\nC')) break;
    i += 4 + count;
  }
  return commits;
}
