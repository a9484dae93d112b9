import { join } from 'node:path';
import { driftOf } from '@treaty/codegen';
import type { Finding, Rule } from '@treaty/findings';
import { type Generator, readGenerated } from './generated-folder.ts';
import type { Io } from './io.ts';
import { shown } from './workspace.ts';

/** Where a folder is not what would be written into it, at the paths that people see. */
export function driftIn(
  by: Generator,
  folder: string,
  files: ReadonlyMap<string, string>,
  rule: Rule,
  io: Io,
): readonly Finding[] {
  return driftOf(files, readGenerated(by, folder), rule).map((one) => ({
    ...one,
    location: { ...one.location, file: shown(io, join(folder, one.location.file)) },
  }));
}
