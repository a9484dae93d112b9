import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCodeowners } from '@treaty/codeowners';
import { loadRegistry, openFolder, treeOf } from '@treaty/registry';
import { expect } from 'vitest';
import { type Exported, markdownPages } from '../src/index.ts';

const ROOT = fileURLToPath(new URL('./registry/', import.meta.url));

/** The pages of the registry in test/registry, its texts changed by `edit`. */
export function pagesOf(edit: (text: string, file: string) => string = (text) => text): Exported {
  const folder = openFolder(ROOT);
  const contents = folder.files.map((file): [string, string] => [
    file,
    edit(new TextDecoder().decode(folder.read(file)), file),
  ]);
  const { registry, findings } = loadRegistry(treeOf('test/registry', new Map(contents)));
  expect(findings).toEqual([]);
  const codeowners = parseCodeowners(readFileSync(`${ROOT}CODEOWNERS`, 'utf8'));
  return markdownPages({ registry, today: '2026-11-24', codeowners, prefix: 'shop/' });
}
