import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type FileTree, ROOT_FILES, SCHEMAS, SETTINGS_FILE } from './file-tree.ts';

/** The registry in a folder of the file system, read file by file when it is asked for. */
export function openFolder(root: string): FileTree {
  const files = [...ROOT_FILES.filter((file) => isFile(join(root, file))), ...walk(root, SCHEMAS)];
  return {
    label: 'the work tree',
    files: files.sort(),
    read: (file) => (isFile(join(root, file)) ? readFileSync(join(root, file)) : undefined),
  };
}

/** The nearest folder from `start` upwards that holds a treaty.yaml. */
export function findRoot(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function walk(root: string, folder: string): string[] {
  if (!lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, name);
    return entry.isFile() ? [name] : [];
  });
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
