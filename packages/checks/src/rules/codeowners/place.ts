import type { Location } from '@treaty/findings';
import type { OwnersFile } from '../../context.ts';

/** A place in CODEOWNERS, its path from the registry's root: the file may lie above it. */
export function placeIn({ file = '', prefix }: OwnersFile, line: number, column = 1): Location {
  const up = '../'.repeat(prefix.split('/').length - 1);
  const inside = file.startsWith(prefix) ? file.slice(prefix.length) : up + file;
  return { file: inside, line, column, pointer: '' };
}
