import { canonical, type JsonValue } from '@treaty/json';
import type { FileTree } from '@treaty/registry';
import { jsonText } from '../../templates/json-text.ts';
import { readSchemaFile } from '../schema-file.ts';
import { type Repository, selfContained } from '../self-contained.ts';
import type { FileCommit, History } from './git-history.ts';

/** What a schema said at some time, in the form in which it becomes a version. */
export interface State {
  /** Self-contained, in a dialect that a registry reads. */
  readonly value: JsonValue;
  /** The day from which it stood, in UTC. */
  readonly since: string;
}

/** A state that is over, with the text that is written for it. */
export interface PastState extends State {
  readonly text: string;
  /** The commit that brought it, for people. */
  readonly commit: string;
}

export interface Past {
  /** Oldest first; each says something else than the one before it. The last one may be the present. */
  readonly states: readonly PastState[];
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** Commits of one file that are read, at most. */
export const MAX_COMMITS = 200;

/**
 * The states of a schema, one for each commit that changed what it says: its own content, or that of a file
 * that is copied into it. A history whose dates go back in time is left out as a whole, since releases
 * stand in the order of their days; a state that cannot be read is left out alone.
 */
export function pastStates(
  history: History,
  file: string,
  {
    used,
    fileOf,
    today,
  }: {
    readonly used: Iterable<string>;
    readonly fileOf: Repository['fileOf'];
    readonly today: string;
  },
): Past {
  const own = history.commitsOf(file, MAX_COMMITS + 1);
  const notes: string[] = [];
  if (own.length > MAX_COMMITS) {
    notes.push(`Only its newest ${MAX_COMMITS} commits were read; there are older ones.`);
  }
  const states: PastState[] = [];
  const unread: string[] = [];
  for (const { sha, day, file: name } of moments(history, own.slice(0, MAX_COMMITS), used)) {
    const tree = treeAt(history, sha);
    if (tree.read(name) === undefined) continue;
    const read = stateIn(tree, name, fileOf);
    if (read === undefined) {
      unread.push(short(sha));
      continue;
    }
    const last = states.at(-1);
    if (last !== undefined && canonical(last.value) === canonical(read.value)) continue;
    if (day > today || (last !== undefined && day < last.since)) {
      const than = last !== undefined && day < last.since ? last.since : today;
      const back = day > today ? 'runs ahead of' : 'goes back in time, behind';
      return {
        states: [],
        notes: [`Its history was left out: ${short(sha)} of ${day} ${back} ${than}.`],
      };
    }
    states.push({ ...read, since: day, commit: short(sha) });
  }
  if (unread.length > 0) {
    const named = unread.slice(0, 5).join(', ') + (unread.length > 5 ? ', …' : '');
    const states = unread.length === 1 ? '1 state' : `${unread.length} states`;
    notes.push(
      `${states} of its history cannot be read as JSON Schema, and had to be left out: ${named}.`,
    );
  }
  return { states, notes };
}

/** Commits that touched the file or what is copied into it, oldest first, by the name that it had then. */
function moments(
  history: History,
  own: readonly FileCommit[],
  used: Iterable<string>,
): readonly FileCommit[] {
  const ranked = (commits: readonly FileCommit[]) =>
    commits.map((commit) => ({ ...commit, rank: history.rankOf(commit.sha) }));
  const names = ranked(own);
  const moments = new Map(names.map((commit) => [commit.sha, commit]));
  for (const other of used) {
    for (const commit of ranked(history.commitsOf(other, MAX_COMMITS))) {
      // The newest of its own commits that is not after this one says what it was called.
      const name = names.find(({ rank }) => rank >= commit.rank)?.file;
      if (name !== undefined && !moments.has(commit.sha)) {
        moments.set(commit.sha, { ...commit, file: name });
      }
    }
  }
  return [...moments.values()].sort((a, b) => b.rank - a.rank);
}

/** What a commit holds, read when it is asked for. */
function treeAt(history: History, sha: string): FileTree {
  const contents = new Map<string, Uint8Array | undefined>();
  return {
    label: sha,
    files: [],
    read(path) {
      if (!contents.has(path)) contents.set(path, history.read(sha, path));
      return contents.get(path);
    },
  };
}

function stateIn(
  tree: FileTree,
  file: string,
  fileOf: Repository['fileOf'],
): Pick<PastState, 'value' | 'text'> | undefined {
  const repository: Repository = {
    fileOf,
    valueOf(path) {
      const found = tree.read(path) === undefined ? undefined : readSchemaFile(tree, path);
      return found !== undefined && 'schema' in found ? found.schema.value : undefined;
    },
  };
  const found = readSchemaFile(tree, file);
  if ('left' in found) return undefined;
  const { value, outside, rewrites } = found.schema;
  const bundled = outside.length > 0 ? selfContained(file, repository)?.value : undefined;
  if (bundled !== undefined || rewrites.length > 0) {
    return { value: bundled ?? value, text: jsonText(bundled ?? value) };
  }
  return { value, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(tree.read(file)) };
}

function short(sha: string): string {
  return sha.slice(0, 7);
}
