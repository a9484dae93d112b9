import { type Finding, finding } from '@treaty/findings';
import { closest } from '@treaty/schema';
import { startOf } from './document.ts';
import type { Loader } from './loader.ts';
import { registryRules } from './rules.ts';
import { type OtherKind, ROOT_FILES, SCHEMAS } from './sources/file-tree.ts';

/** What could be taken for a document; anything else, such as a README or a drawing, is words. */
const DOCUMENT = /\.(json|ya?ml|lock|ndjson)$/i;
const FLOW = /^schemas\/(?!shared\/)[^/]+\/[^/]+$/;
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
  const strays = [...filesBelow(SCHEMAS, loader, scope)].filter(
    (file) => DOCUMENT.test(file) && !loader.known.has(file) && !loader.misnamed.has(file),
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

/** Not below a folder whose name is at fault, nor below that of a flow that is not wanted. */
function* filesBelow(
  folder: string,
  loader: Loader,
  scope: (folder: string) => boolean,
): Generator<string> {
  if (loader.misnamed.has(folder) || (FLOW.test(folder) && !scope(folder))) return;
  for (const leaf of loader.folders.filesIn(folder)) yield `${folder}/${leaf}`;
  for (const name of loader.folders.foldersIn(folder)) {
    yield* filesBelow(`${folder}/${name}`, loader, scope);
  }
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
