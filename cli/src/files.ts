import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** The text of a file that a person named; undefined where it is not UTF-8. */
export function readText(io: Io, name: string): string | undefined {
  try {
    return decode(readFileSync(resolve(io.cwd, name)));
  } catch (error) {
    throw refused(error, name, 'read', `There is no file ${name}.`);
  }
}

/** Writes a file that a person named, into a folder that is there. */
export function writeText(io: Io, name: string, text: string): void {
  try {
    writeFileSync(resolve(io.cwd, name), text);
  } catch (error) {
    throw refused(error, name, 'written', `${name} cannot be written: its folder is not there.`);
  }
}

/** Undefined where the bytes are not UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What the file system refused, in a sentence; anything that it did not say is a defect. */
function refused(error: unknown, name: string, done: string, absent: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  switch (code) {
    case undefined:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return new UsageError(absent);
    case 'EISDIR':
      return new UsageError(`${name} is a folder, and a file is needed.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new UsageError(`${name} may not be ${done} by you.`);
    default:
      return new UsageError(`${name} cannot be ${done}: ${code}.`);
  }
}
