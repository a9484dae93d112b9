import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileTree } from '@treaty/registry';

const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** All files of a repository, the registry's and the others. Links are not followed; files are read when asked for. */
export function openWorkTree(root: string): FileTree {
  const files = [...walk(root, '')].sort();
  return {
    label: 'the work tree',
    files,
    read(file) {
      const path = join(root, file);
      return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
    },
  };
}

function* walk(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, name);
    else if (entry.isFile()) yield name;
  }
}
