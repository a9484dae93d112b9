import { type Reason, reason } from './reason.ts';
import type { ChangedFile } from './snapshot.ts';

/** Every path that a pull request touches, once: both names of a rename. */
export function changedPaths(files: readonly ChangedFile[]): readonly string[] {
  const paths = files.flatMap(({ path, status, previousPath }) =>
    status === 'renamed' && previousPath !== undefined ? [previousPath, path] : [path],
  );
  return [...new Set(paths)];
}

/** Whether a path is the folder of the contracts or lies in it. */
export function isContractPath(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

/** Paths of a form that git, a forge and a file system may read differently. One reason a path. */
export function malformedPaths(paths: readonly string[]): readonly Reason[] {
  return paths.flatMap((path) => {
    const shown = JSON.stringify(path);
    if (path.startsWith('"')) {
      return [reason('quoted_path', `the path ${shown} is still in git's quotes`, path)];
    }
    if (!isPlain(path)) {
      return [reason('bad_path', `${shown} is not a plain relative path`, path)];
    }
    if (path.normalize('NFC') !== path) {
      return [reason('path_not_nfc', `the path ${shown} is not in Unicode normal form C`, path)];
    }
    return [];
  });
}

function isPlain(path: string): boolean {
  const segments = path.split('/');
  const odd = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !odd && !/[\\\u0000-\u001f\u007f-\u009f]/.test(path);
}

/** Contracts that a file system could take for another file, or that are no files at all. */
export function deceptiveFiles(
  files: readonly ChangedFile[],
  paths: readonly string[],
  root: string,
): readonly Reason[] {
  const twins = new Map<string, number>();
  for (const path of paths) twins.set(foldPath(path), (twins.get(foldPath(path)) ?? 0) + 1);
  const collisions = paths
    .filter(
      (path) =>
        (twins.get(foldPath(path)) ?? 0) > 1 ||
        (isContractPath(foldPath(path), foldPath(root)) && !isContractPath(path, root)),
    )
    .map((path) =>
      reason('case_collision', `${JSON.stringify(path)} differs from another only by case`, path),
    );
  const odd = files
    .filter(({ path }) => isContractPath(path, root))
    .flatMap(({ path, mode }) => {
      const shown = JSON.stringify(path);
      if (mode === '120000') {
        return [reason('symlink_contract', `${shown} is a symbolic link`, path)];
      }
      return mode === '160000'
        ? [reason('submodule_contract', `${shown} is a submodule`, path)]
        : [];
    });
  return [...collisions, ...odd];
}

/** Through upper case and back, which joins what full case folding joins: ſ and s, ß and ss. */
function foldPath(path: string): string {
  return path.toUpperCase().toLowerCase().normalize('NFC');
}
