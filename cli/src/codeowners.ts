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
