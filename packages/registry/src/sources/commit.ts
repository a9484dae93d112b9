import { type FileTree, ROOT_FILES, SCHEMAS } from './file-tree.ts';
import { git } from './git.ts';
import type { Commit, Repository } from './repository.ts';

/** The registry as a commit holds it, read through git's objects: nothing is checked out. */
export function openCommit(repository: Repository, commit: Commit): FileTree {
  const paths = [...ROOT_FILES, SCHEMAS].map((path) => repository.prefix + path);
  const objects = listFiles(repository, commit, paths);
  const contents = readBlobs(repository, [...new Set(objects.values())]);
  return {
    label: `${commit.name} (${commit.sha.slice(0, 7)})`,
    files: [...objects.keys()].sort(),
    read: (file) => contents.get(objects.get(file) ?? ''),
  };
}

/** One file of a commit, its path relative to the repository's root. */
export function readCommitFile(
  repository: Repository,
  commit: Commit,
  path: string,
): Uint8Array | undefined {
  const root: Repository = { ...repository, prefix: '' };
  const object = listFiles(root, commit, [path]).get(path);
  return object === undefined ? undefined : readBlobs(root, [object]).get(object);
}

/** Regular files below `paths`: name relative to the registry's root → object id. */
function listFiles(
  repository: Repository,
  commit: Commit,
  paths: readonly string[],
): Map<string, string> {
  const list = git(repository.folder, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit.sha,
    '--',
    ...paths,
  ]);
  if (!list.ok) throw new Error(`git ls-tree ${commit.sha}: ${list.error}`);
  const files = new Map<string, string>();
  for (const entry of list.stdout.toString('utf8').split('\0')) {
    const match = /^(\d{6}) blob ([\da-f]+)\t(.+)$/s.exec(entry);
    // 100644 and 100755 are files; 120000 is a link, which is never followed.
    if (match?.[1]?.startsWith('100') && match[2] && match[3]) {
      files.set(match[3].slice(repository.prefix.length), match[2]);
    }
  }
  return files;
}

/** All blobs in one run of `git cat-file --batch`: `<id> blob <bytes>\n<content>\n` for each. */
function readBlobs(repository: Repository, objects: readonly string[]): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (objects.length === 0) return contents;
  const batch = git(repository.folder, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  if (!batch.ok) throw new Error(`git cat-file: ${batch.error}`);
  let at = 0;
  for (const object of objects) {
    const end = batch.stdout.indexOf('\n', at);
    const size = /^[\da-f]+ blob (\d+)$/.exec(batch.stdout.toString('latin1', at, end))?.[1];
    if (size === undefined) throw new Error(`git cat-file: object ${object} is not here`);
    contents.set(object, batch.stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
