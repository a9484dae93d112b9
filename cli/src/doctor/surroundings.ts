import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { storeFolder } from '@treaty/checks';
import { git, type Registry, resolveCommit } from '@treaty/registry';
import type { Workspace } from '../workspace.ts';
import { type Diagnosis, fine, ill } from './diagnosis.ts';
import { doctorRules } from './rules.ts';

/** The oldest Node.js that the packages are tested with. */
const LEAST: readonly [major: number, minor: number] = [20, 19];

export function nodeVersion(version: string = process.versions.node): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
  const least = LEAST.join('.');
  return isRecent
    ? fine(`Node.js is ${least} or later`)
    : ill(doctorRules.node, `Node.js is ${version}, and Treaty needs ${least} or later.`);
}

/** git, the repository, its commits, and the branch that changes are held against. */
export function history({ root, repository, registry }: Workspace): readonly Diagnosis[] {
  if (!git(root, ['--version']).ok) return [ill(doctorRules.git, 'git cannot be run.')];
  const installed = fine('git is installed');
  if (repository === undefined)
    return [installed, ill(doctorRules.repository, 'The registry lies in no git repository.')];
  if (resolveCommit(repository, 'HEAD') === undefined)
    return [installed, ill(doctorRules.commits, 'The repository has no commit.')];
  const shallow = git(root, ['rev-parse', '--is-shallow-repository']);
  const isShallow = shallow.ok && shallow.stdout.toString('utf8').trim() === 'true';
  const ofClone = isShallow
    ? ill(doctorRules.shallow, 'The clone is shallow: its history is cut off.')
    : fine('the history is complete');
  return [installed, ofClone, protectedBranch(repository, registry)];
}

function protectedBranch(
  repository: NonNullable<Workspace['repository']>,
  { settings: { branch } }: Registry,
): Diagnosis {
  const found = [`origin/${branch}`, branch].find((name) => resolveCommit(repository, name));
  return found === undefined
    ? ill(doctorRules.branch, `The protected branch ${branch} is not in this clone.`, {
        next: `git fetch origin ${branch}`,
      })
    : fine(`the protected branch is here, as ${found}`);
}

/** Whether results are kept between runs, where there is a place for them. Nothing is written to find out. */
export function cache(root: string): Diagnosis {
  let folder = storeFolder(root);
  if (folder === undefined) return fine('no results are kept: there is no node_modules');
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return fine('results can be kept in node_modules/.cache');
  } catch {
    return ill(doctorRules.cache, 'node_modules/.cache/treaty cannot be written.');
  }
}
