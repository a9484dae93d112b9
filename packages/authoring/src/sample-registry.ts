import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FileTree, openFolder } from '@treaty/registry';
import { editorSchema } from './templates/editor-schema.ts';
import { openWorkTree } from './work-tree.ts';

/**
 * The folder of the sample registry: the root of the monorepo where this package stands in it, and
 * otherwise the copy that `scripts/sample.js` puts into the package when it is packed.
 */
function sampleRegistryFolder(): URL {
  const root = new URL('../../../', import.meta.url);
  const inRepository = existsSync(new URL('packages/authoring/package.json', root));
  return inRepository ? root : new URL('../sample/', import.meta.url);
}

const CODEOWNERS = '.github/CODEOWNERS';

/** The sample registry's files, its CODEOWNERS included. Editors find the documents' schemas where they are published. */
export function openSampleRegistry(): FileTree {
  const root = fileURLToPath(sampleRegistryFolder());
  const registry = openFolder(root);
  const github = openWorkTree(fileURLToPath(new URL('.github/', sampleRegistryFolder())));
  return {
    label: 'the sample registry',
    files: [CODEOWNERS, ...registry.files].sort(),
    read(file) {
      if (file === CODEOWNERS) return github.read('CODEOWNERS');
      const bytes = registry.read(file);
      return bytes === undefined || !file.endsWith('.yaml') ? bytes : published(bytes);
    },
  };
}

const HERE = /^(# yaml-language-server: \$schema=)\S*\/?documents\/([a-z]+)\.schema\.json$/m;

function published(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const [line, start, kind] = HERE.exec(text) ?? [];
  if (line === undefined) return bytes;
  const schema = editorSchema(kind as Parameters<typeof editorSchema>[0]);
  return new TextEncoder().encode(text.replace(line, `${start}${schema}`));
}
