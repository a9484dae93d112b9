import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnersFile } from '@treaty/checks';
import { type Codeowners, findCodeowners, parseCodeowners } from '@treaty/codeowners';
import { CODEOWNERS_FILES, type Commit, type Repository, readCommitFile } from '@treaty/registry';

/** The CODEOWNERS file in force at a commit; undefined where the commit has none. */
export function codeownersAt(repository: Repository, commit: Commit): Codeowners | undefined {
  const present = CODEOWNERS_FILES.filter(
    (path) => readCommitFile(repository, commit, path) !== undefined,
  );
  const path = findCodeowners(present);
  const bytes = path === undefined ? undefined : readCommitFile(repository, commit, path);
  return bytes === undefined ? undefined : parseCodeowners(new TextDecoder().decode(bytes));
}

/** The CODEOWNERS file of the work tree around a registry; undefined where there is none. */
export function codeownersIn(root: string, prefix: string): Codeowners | undefined {
  const { file, codeowners } = ownersFileIn(root, prefix);
  return file === undefined ? undefined : codeowners;
}

/** The same with its place. Links are not followed, as on a forge. */
export function ownersFileIn(root: string, prefix: string): OwnersFile {
  const top = join(root, ...prefix.split('/').map((folder) => (folder === '' ? '' : '..')));
  const isThere = (path: string): boolean =>
    lstatSync(join(top, path), { throwIfNoEntry: false })?.isFile() === true;
  const file = findCodeowners(CODEOWNERS_FILES.filter(isThere));
  const text = file === undefined ? '' : readFileSync(join(top, file), 'utf8');
  return { file, codeowners: parseCodeowners(text), prefix };
}
