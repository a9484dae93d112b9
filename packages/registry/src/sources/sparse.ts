import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, finding } from '@treaty/findings';
import { startOf } from '../document.ts';
import { evidenceRules } from './against.ts';
import { ROOT_FILES, SCHEMAS } from './file-tree.ts';
import { git } from './git.ts';

/** Files of the registry that git was told to leave out of the work tree: what is not there is not checked. */
export function leftOut(root: string): readonly Finding[] {
  const listed = git(root, ['ls-files', '-v', '-z', '--', ...ROOT_FILES, SCHEMAS]);
  if (!listed.ok) return [];
  const absent = listed.stdout
    .toString('utf8')
    .split('\0')
    .filter((entry) => /^s /i.test(entry))
    .map((entry) => entry.slice(2))
    .filter((file) => !existsSync(join(root, file)));
  const [file] = absent;
  if (file === undefined) return [];
  const more = absent.length > 1 ? ` and ${absent.length - 1} more` : '';
  return [
    finding(evidenceRules.leftOut, {
      message: `The checkout is sparse: ${file}${more} of the registry is left out.`,
      location: startOf(file),
      fix: evidenceRules.leftOut.fix,
    }),
  ];
}
