import { type Finding, finding } from '@treaty/findings';
import { closest } from '@treaty/schema';
import { startOf } from './document.ts';
import type { Loader } from './loader.ts';
import { registryRules } from './rules.ts';
import { type OtherKind, ROOT_FILES, SCHEMAS } from './sources/file-tree.ts';

/** What could be taken for a document; anything else, such as a README or a drawing, is words. */
const DOCUMENT = /\.(json|ya?ml|lock|ndjson)$/i;
const OF_A_FLOW = /^schemas\/(?!shared\/)[^/]+\/[^/]+\//;
const NAMES = [
  'entity.yaml',
  'contract.yaml',
  'contract.lock',
  'schema.json',
  'semantics.yaml',
  'migration.yaml',
];

/** Files below `schemas/` that look like documents and that nothing reads, and what is no file at all. */
export function strayFiles(loader: Loader, scope: (folder: string) => boolean): readonly Finding[] {
  const isStray = (file: string): boolean =>
    DOCUMENT.test(file) &&
    !loader.known.has(file) &&
    !ancestors(file).some((folder) => loader.misnamed.has(folder)) &&
    (!OF_A_FLOW.test(file) || scope(file.split('/').slice(0, 3).join('/')));
  const strays = loader.tree.files.filter(
    (file) => file.startsWith(`${SCHEMAS}/`) && isStray(file),
  );
  const others = [...(loader.tree.others ?? [])];
  return [
    ...strays.map(strayFinding),
    ...others.map(([file, kind]) => {
      const message = `${file} is ${OTHERS[kind]}: the registry reads regular files only.`;
      return finding(registryRules.notAFile, { message, location: startOf(file) });
    }),
  ];
}

const OTHERS: Readonly<Record<OtherKind, string>> = {
  link: 'a symbolic link',
  submodule: 'another git repository',
  special: 'no regular file',
};

function strayFinding(file: string): Finding {
  const leaf = file.slice(file.lastIndexOf('/') + 1);
  const meant = closest(leaf, [...NAMES, ...ROOT_FILES]);
  return finding(registryRules.stray, {
    message: `${leaf} stands where the registry reads nothing of that name.`,
    location: startOf(file),
    ...(meant === undefined || meant === leaf ? {} : { fix: `Is it ${meant}?` }),
  });
}

function ancestors(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
