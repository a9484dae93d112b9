import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT_FILES, SCHEMAS } from './file-tree.ts';
import { git } from './git.ts';

/**
 * A digest of the content of every file of a registry, by its path from the registry's root: what git knows
 * of the files that it tracks and that did not change, read from its index; of all others what is in them.
 * Undefined outside of a repository.
 */
export function contentIndex(root: string): ReadonlyMap<string, string> | undefined {
  const paths = ['--', ...ROOT_FILES, SCHEMAS];
  const tracked = git(root, ['ls-files', '-v', '--stage', '-z', ...paths]);
  const changed = git(root, ['diff-files', '--name-only', '--relative', '-z', ...paths]);
  const untracked = git(root, ['ls-files', '--others', '-z', ...paths]);
  if (!tracked.ok || !changed.ok || !untracked.ok) return undefined;
  const index = new Map<string, string>();
  const unknown = new Set([...entries(changed.stdout), ...entries(untracked.stdout)]);
  for (const entry of entries(tracked.stdout)) {
    const [, tag, mode, id, file] = /^(.) (\d{6}) ([\da-f]+) \d\t(.+)$/s.exec(entry) ?? [];
    if (file === undefined) return undefined;
    // Whatever git was told not to look at, or could not merge, is looked at here.
    if (tag === 'H') index.set(file, `${mode} ${id}`);
    else unknown.add(file);
  }
  for (const file of unknown) index.set(file, contentOf(join(root, file)));
  return new Map([...index].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entries(stdout: Buffer): readonly string[] {
  return stdout.toString('utf8').split('\0').filter(Boolean);
}

function contentOf(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'gone';
  if (stat.isSymbolicLink()) return `link ${readlinkSync(path)}`;
  if (!stat.isFile()) return 'other';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
