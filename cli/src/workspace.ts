import { relative } from 'node:path';
import type { Finding } from '@treaty/findings';
import {
  type Against,
  CODEOWNERS_FILES,
  changedFiles,
  type FileTree,
  findRoot,
  type LoadedRegistry,
  type LoadOptions,
  loadRegistry,
  openAgainst,
  openCommit,
  openFolder,
  openRepository,
  type Registry,
  type Repository,
  resolveCommit,
  type Scope,
  scopeOfChange,
  unreadableBase,
  withRelated,
} from '@treaty/registry';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Where the registry around the current folder lies. */
export interface Place {
  readonly root: string;
  /** The git repository around it; undefined outside of one. */
  readonly repository: Repository | undefined;
  /** The registry's folder inside the git repository, `''` where it is the repository's root or in none. */
  readonly prefix: string;
}

/** The registry around the current folder, as it lies in the work tree. */
export interface Workspace extends LoadedRegistry, Place {}

export function placeOf(io: Io): Place {
  const root = findRoot(io.cwd);
  if (root === undefined) {
    throw new UsageError('There is no treaty.yaml in this folder or above it.', 'treaty init');
  }
  const repository = openRepository(root);
  return { root, repository, prefix: repository?.prefix ?? '' };
}

/** Of the flows only those in `scope` are read at once; all by default. */
export function openWorkspace(io: Io, scope?: LoadOptions['scope']): Workspace {
  const place = placeOf(io);
  return {
    ...place,
    ...loadRegistry(openFolder(place.root), scope === undefined ? {} : { scope }),
  };
}

/** The registries of the base and of the merge base, the day of the latter, and what changed since. */
export interface Compared extends Against {
  readonly registries: {
    readonly base: Registry;
    readonly mergeBase: Registry;
    readonly since: string;
  };
  /** Changed files, from the root of the repository. */
  readonly paths: readonly string[];
  /** Whether the change can concern a flow, by its folder. */
  readonly scope: Scope;
  /** The change as it is proposed. */
  readonly tree: FileTree;
}

/** Reads what a change is held against, or says in a finding why it cannot; without `head` the change is the work tree. */
export function compareWith(root: string, ref: string, head?: string): Compared | Finding {
  const against = openAgainst(root, ref, head);
  if ('rule' in against) return against;
  const { repository, base, mergeBase } = against;
  const change = head === undefined ? undefined : resolveCommit(repository, head);
  const paths = changedFiles(repository, mergeBase, change);
  const owners = paths.filter((path) => CODEOWNERS_FILES.includes(path));
  const changed = scopeOfChange([...pathsInside(repository.prefix, paths), ...owners]);
  const tree = change === undefined ? openFolder(root) : openCommit(repository, change);
  const scope = withRelated(tree, changed);
  // Names on the base are its own affair.
  const guarding = { scope, names: false };
  const ofBase = loadRegistry(openCommit(repository, base), guarding);
  const ofMergeBase =
    mergeBase.sha === base.sha ? ofBase : loadRegistry(openCommit(repository, mergeBase), guarding);
  const unreadable = unreadableBase(ofBase) ?? unreadableBase(ofMergeBase);
  if (unreadable !== undefined) return unreadable;
  const registries = {
    base: ofBase.registry,
    mergeBase: ofMergeBase.registry,
    since: mergeBase.date,
  };
  return { ...against, registries, paths, scope, tree };
}

/** Of paths from the root of the repository those inside the registry, relative to its root. */
export function pathsInside(prefix: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

/** A path for people: relative to where they stand, with forward slashes. */
export function shown(io: Io, path: string): string {
  return relative(io.cwd, path).replaceAll('\\', '/') || '.';
}
