import { fileURLToPath } from 'node:url';
import { loadRegistry, openFolder, type Registry, treeOf } from '@treaty/registry';
import { expect } from 'vitest';

const ROOT = fileURLToPath(new URL('./registry', import.meta.url));

/** The registry in test/registry, its texts changed by `edit`. */
export function testRegistry(
  edit: (text: string, file: string) => string = (text) => text,
): Registry {
  const folder = openFolder(ROOT);
  const contents = folder.files.map((file): [string, string] => [
    file,
    edit(new TextDecoder().decode(folder.read(file)), file),
  ]);
  const { registry, findings } = loadRegistry(treeOf('test/registry', new Map(contents)));
  expect(findings).toEqual([]);
  return registry;
}
