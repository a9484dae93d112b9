import { existsSync, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type FileTree, type OtherKind, ROOT_FILES, SCHEMAS, SETTINGS_FILE } from './file-tree.ts';

/** What lies in a folder, listed once; plain data, so that it can be sent to another thread. */
export interface Listing {
  readonly files: readonly string[];
  readonly others: ReadonlyMap<string, OtherKind>;
}

/** The files of the registry in a folder of the file system. */
export function listFolder(root: string): Listing {
  const others = new Map<string, OtherKind>();
  const files = [...ROOT_FILES, SCHEMAS].flatMap((name) => listed(root, name, others));
  return { files: files.sort(), others };
}

/** The registry in a folder of the file system, read file by file when it is asked for. */
export function openFolder(root: string, listing: Listing = listFolder(root)): FileTree {
  const statOf = (file: string) => lstatSync(join(root, file), { throwIfNoEntry: false });
  return {
    label: 'the work tree',
    ...listing,
    sizeOf: (file) => statOf(file)?.size ?? 0,
    read: (file) => (statOf(file)?.isFile() ? readFileSync(join(root, file)) : undefined),
  };
}

/** The nearest folder from `start` upwards that holds a treaty.yaml. */
export function findRoot(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The regular files at a path and below it; what is neither file nor folder goes to `others`. */
function listed(root: string, name: string, others: Map<string, OtherKind>): string[] {
  const stat = lstatSync(join(root, name), { throwIfNoEntry: false });
  return stat === undefined ? [] : sorted(root, name, stat, others);
}

function sorted(
  root: string,
  name: string,
  entry: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>,
  others: Map<string, OtherKind>,
): string[] {
  if (entry.isFile()) return [name];
  if (!entry.isDirectory()) {
    others.set(name, entry.isSymbolicLink() ? 'link' : 'special');
    return [];
  }
  const entries = readdirSync(join(root, name), { withFileTypes: true });
  if (entries.some((one) => one.name === '.git')) {
    others.set(name, 'submodule');
    return [];
  }
  return entries.flatMap((one) => sorted(root, `${name}/${one.name}`, one, others));
}
