import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadRegistry, openFolder, type Registry, treeOf } from '@treaty/registry';

/** The top of the repository, which holds the sample registry. */
export const ROOT: string = fileURLToPath(new URL('../../..', import.meta.url));
export const CODEOWNERS = '.github/CODEOWNERS';
/** The day on which the sample registry is looked at, so that tests do not depend on the calendar. */
export const TODAY = '2026-11-24';

/** Contents by path, from the root of the registry on. */
export type Files = ReadonlyMap<string, Uint8Array | string>;

/** The registry that others are made of by planting faults in it. */
export interface Sample {
  readonly files: Files;
  readonly registry: Registry;
}

/** The sample registry of this repository with its CODEOWNERS, as it stands in the work tree. */
export function sampleRegistry(): Sample {
  const tree = openFolder(ROOT);
  const read = (file: string): Uint8Array =>
    readFileSync(new URL(`../../../${file}`, import.meta.url));
  const files = new Map([...tree.files, CODEOWNERS].map((file) => [file, read(file)]));
  return { files, registry: loadRegistry(treeOf('main', files)).registry };
}

export function textIn(files: Files, file: string): string {
  const content = files.get(file);
  if (content === undefined) throw new Error(`there is no ${file}`);
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return text.replaceAll('\r\n', '\n');
}
