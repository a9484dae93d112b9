import { relative } from 'node:path';
import type { Finding } from '@treaty/findings';
import {
  type Against,
  findRoot,
  type LoadedRegistry,
  loadRegistry,
  openAgainst,
  openCommit,
  openFolder,
  openRepository,
  type Registry,
  type Repository,
  unreadableBase,
} from '@treaty/registry';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** The registry around the current folder, as it lies in the work tree. */
export interface Workspace extends LoadedRegistry {
  readonly root: string;
  /** The git repository around it; undefined outside of one. */
  readonly repository: Repository | undefined;
  /** The registry's folder inside the git repository, `''` where it is the repository's root or in none. */
  readonly prefix: string;
}

export function openWorkspace(io: Io): Workspace {
  const root = findRoot(io.cwd);
  if (root === undefined) {
    throw new UsageError('There is no treaty.yaml in this folder or above it.', 'treaty init');
  }
  const { registry, findings } = loadRegistry(openFolder(root));
  const repository = openRepository(root);
  return { root, registry, findings, repository, prefix: repository?.prefix ?? '' };
}

/** The registries of the base and of the merge base, and the day of the latter. */
export interface Compared extends Against {
  readonly registries: {
    readonly base: Registry;
    readonly mergeBase: Registry;
    readonly since: string;
  };
}

/** Reads what a change is held against, or says in a finding why it cannot. */
export function compareWith(root: string, ref: string, head = 'HEAD'): Compared | Finding {
  const against = openAgainst(root, ref, head);
  if ('rule' in against) return against;
  const { repository, base, mergeBase } = against;
  const ofBase = loadRegistry(openCommit(repository, base));
  const ofMergeBase =
    mergeBase.sha === base.sha ? ofBase : loadRegistry(openCommit(repository, mergeBase));
  const unreadable = unreadableBase(ofBase) ?? unreadableBase(ofMergeBase);
  if (unreadable !== undefined) return unreadable;
  const registries = {
    base: ofBase.registry,
    mergeBase: ofMergeBase.registry,
    since: mergeBase.date,
  };
  return { ...against, registries };
}

/** Of paths from the root of the repository those inside the registry, relative to its root. */
export function pathsInside(prefix: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

/** A path for people: relative to where they stand, with forward slashes. */
export function shown(io: Io, path: string): string {
  return relative(io.cwd, path).replaceAll('\\', '/') || '.';
}
