import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from '@treaty/registry';
import type { Workspace } from '../workspace.ts';
import { type Diagnosis, fine, ill } from './diagnosis.ts';
import { doctorRules } from './rules.ts';

const LINE = '# yaml-language-server: $schema=';
/** The line is the first of its file, or follows a licence; nobody looks for it further down. */
const WITHIN_BYTES = 2048;

/** Whether editors know what the hand-written YAML documents are. */
export function editorLines({ root, registry }: Workspace): Diagnosis {
  const { settings, parties, entities, flows } = registry;
  const documents = [
    ...(settings.document === undefined ? [] : [settings.document]),
    ...[...parties.values(), ...entities.values(), ...flows.values()].map((one) => one.document),
  ];
  const bare = documents.filter(({ file }) => !startOfFile(join(root, file)).includes(LINE));
  const [first] = bare;
  if (first === undefined) return fine('editors know every document');
  const message =
    bare.length === 1
      ? `${first.file} does not tell editors its schema.`
      : `${first.file} and ${bare.length - 1} more do not tell editors their schema.`;
  return ill(doctorRules.editorLine, message, { location: startOf(first.file) });
}

function startOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(WITHIN_BYTES);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, WITHIN_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
