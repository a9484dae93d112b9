import { type FileTree, type OtherKind, ROOT_FILES, SCHEMAS } from './file-tree.ts';
import { git } from './git.ts';
import type { Commit, Repository } from './repository.ts';

/** What is read together: a flow's folder in one go, and in another everything that flows stand on. */
const FLOW = /^schemas\/(?!shared\/)[^/]+\/[^/]+\/[^/]+\//;
/** Larger ones are read by themselves, if anybody asks. */
const MAX_TOGETHER_BYTES = 4 * 1024 * 1024;

/**
 * The registry as a commit holds it, read through git's objects when it is asked for: nothing is checked
 * out, and flows that nobody looks at cost nothing.
 */
export function openCommit(repository: Repository, commit: Commit): FileTree {
  const paths = [...ROOT_FILES, SCHEMAS].map((path) => repository.prefix + path);
  const { files: objects, others } = listFiles(repository, commit, paths);
  const sizes = new Map<string, number>();
  const contents = new Map<string, Uint8Array>();
  const groups = new Map<string, string[]>();
  for (const file of objects.keys()) {
    const group = groups.get(groupOf(file));
    if (group === undefined) groups.set(groupOf(file), [file]);
    else group.push(file);
  }
  const fetch = (file: string): string => {
    const object = objects.get(file) ?? '';
    if (object === '' || sizes.has(object)) return object;
    const together = (groups.get(groupOf(file)) ?? []).map((one) => objects.get(one) as string);
    for (const [id, size] of sizesOf(repository, together)) sizes.set(id, size);
    const small = together.filter((id) => (sizes.get(id) ?? 0) <= MAX_TOGETHER_BYTES);
    for (const [id, bytes] of readBlobs(repository, [...new Set(small)])) contents.set(id, bytes);
    return object;
  };
  return {
    label: `${commit.name} (${commit.sha.slice(0, 7)})`,
    files: [...objects.keys()].sort(),
    others,
    sizeOf: (file) => sizes.get(fetch(file)) ?? 0,
    read: (file) => {
      const object = fetch(file);
      return object === ''
        ? undefined
        : (contents.get(object) ?? readBlobs(repository, [object]).get(object));
    },
  };
}

function groupOf(file: string): string {
  return FLOW.test(file) ? file.split('/').slice(0, 3).join('/') : '';
}

/** One file of a commit, its path relative to the repository's root. */
export function readCommitFile(
  repository: Repository,
  commit: Commit,
  path: string,
): Uint8Array | undefined {
  const root: Repository = { ...repository, prefix: '' };
  const object = listFiles(root, commit, [path]).files.get(path);
  return object === undefined ? undefined : readBlobs(root, [object]).get(object);
}

interface Listed {
  /** Name relative to the registry's root → object id. */
  readonly files: ReadonlyMap<string, string>;
  readonly others: ReadonlyMap<string, OtherKind>;
}

/** What lies at `paths` and below them. */
function listFiles(repository: Repository, commit: Commit, paths: readonly string[]): Listed {
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
  const others = new Map<string, OtherKind>();
  for (const entry of list.stdout.toString('utf8').split('\0')) {
    const [, mode, object, path] = /^(\d{6}) (?:blob|commit) ([\da-f]+)\t(.+)$/s.exec(entry) ?? [];
    if (mode === undefined || object === undefined || path === undefined) continue;
    const name = path.slice(repository.prefix.length);
    // 100644 and 100755 are files; a link (120000) is never followed, a submodule (160000) never entered.
    if (mode.startsWith('100')) files.set(name, object);
    else others.set(name, mode === '120000' ? 'link' : 'submodule');
  }
  return { files, others };
}

/** `<id> blob <bytes>` for each. */
function sizesOf(repository: Repository, objects: readonly string[]): Map<string, number> {
  const checked = git(repository.folder, ['cat-file', '--batch-check'], `${objects.join('\n')}\n`);
  if (!checked.ok) throw new Error(`git cat-file: ${checked.error}`);
  const lines = checked.stdout.toString('latin1').split('\n');
  return new Map(
    lines.flatMap((line): [string, number][] => {
      const [, id, size] = /^([\da-f]+) blob (\d+)$/.exec(line) ?? [];
      return id === undefined ? [] : [[id, Number(size)]];
    }),
  );
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
