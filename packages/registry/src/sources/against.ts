import { type Finding, finding, type Rule } from '@treaty/findings';
import { startOf } from '../document.ts';
import type { LoadedRegistry } from '../load-registry.ts';
import { SETTINGS_FILE } from './file-tree.ts';
import {
  type Commit,
  isShallow,
  mergeBase,
  openRepository,
  type Repository,
  resolveCommit,
} from './repository.ts';

/** The two commits that a change is judged from. */
export interface Against {
  readonly repository: Repository;
  /** Head of the base branch. */
  readonly base: Commit;
  /** Where the change left it. */
  readonly mergeBase: Commit;
}

export const evidenceRules: Readonly<
  Record<'noRepository' | 'unknownCommit' | 'noMergeBase' | 'unreadable' | 'leftOut', Rule>
> = {
  noRepository: {
    id: 'evidence/no-repository',
    severity: 'error',
    summary: 'A comparison with a commit is asked for outside of a git repository.',
    why: 'What changed since a commit is read from git; without it nothing was compared.',
    fix: 'Run it inside the repository, or without --against.',
    incomplete: true,
  },
  unknownCommit: {
    id: 'evidence/unknown-commit',
    severity: 'error',
    summary: 'The commit to compare with is not in this clone.',
    why: 'A check that could not read the base would pass whatever broke it.',
    fix: 'Fetch it: `git fetch origin <branch>`; in GitHub Actions give actions/checkout `fetch-depth: 0`.',
    incomplete: true,
  },
  noMergeBase: {
    id: 'evidence/no-merge-base',
    severity: 'error',
    summary: 'The history that is here holds no common ancestor of the change and its base.',
    why: 'The change is what came since the merge base. In a shallow clone it is cut off.',
    fix: 'Fetch the whole history: `git fetch --unshallow`; in GitHub Actions give actions/checkout `fetch-depth: 0`.',
    incomplete: true,
  },
  leftOut: {
    id: 'evidence/sparse-checkout',
    severity: 'error',
    summary: 'Files of the registry are left out of a sparse checkout.',
    why: 'A flow that is not there is not checked, and nothing else would say so.',
    fix: 'Check out the whole registry: `git sparse-checkout disable`, or add the folder with `git sparse-checkout add`.',
    incomplete: true,
  },
  unreadable: {
    id: 'evidence/base-unreadable',
    severity: 'error',
    summary: 'A document of the base that guards the change cannot be read.',
    why: 'Without the settings, agreements and locks of the base a change is judged by nothing but itself.',
    fix: 'Mend the document on the base branch first; whoever administers it merges that without this check.',
    incomplete: true,
  },
};

/** The base that `ref` names, and its merge base with `head`; or the finding that says what is missing. */
export function openAgainst(root: string, ref: string, head = 'HEAD'): Against | Finding {
  const repository = openRepository(root);
  if (repository === undefined)
    return missing(
      evidenceRules.noRepository,
      `This folder is in no git repository, so it cannot be compared with ${ref}.`,
    );
  const base = resolveCommit(repository, ref);
  const change = resolveCommit(repository, head);
  if (base === undefined || change === undefined) {
    return missing(
      evidenceRules.unknownCommit,
      `No commit is called ${base === undefined ? ref : head} in this clone.`,
    );
  }
  const fork = mergeBase(repository, base, change);
  if (fork !== undefined) return { repository, base, mergeBase: fork };
  const why = isShallow(repository) ? ': the clone is shallow' : '';
  return missing(
    evidenceRules.noMergeBase,
    `${ref} and ${head} have no common ancestor here${why}.`,
  );
}

function missing(rule: Rule, message: string): Finding {
  return finding(rule, { message, location: startOf(SETTINGS_FILE), fix: rule.fix });
}

/** What guards a change: settings, truth maps, agreements and locks. */
const GUARD = /(^treaty\.yaml|\/(entity\.yaml|contract\.yaml|contract\.lock))$/;
const UNUSABLE: ReadonlySet<string> = new Set(['document/malformed', 'document/invalid']);

/** The document of a base that cannot be relied on, if there is one. A base without a registry guards nothing. */
export function unreadableBase({ findings, registry }: LoadedRegistry): Finding | undefined {
  const found = findings.find(
    ({ rule, location }) => UNUSABLE.has(rule) && GUARD.test(location.file),
  );
  if (found === undefined) return undefined;
  const message = `${found.location.file} cannot be used in ${registry.label}: ${found.message}`;
  return finding(evidenceRules.unreadable, {
    message,
    location: found.location,
    fix: evidenceRules.unreadable.fix,
  });
}
