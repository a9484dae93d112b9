import { finding } from '@treaty/findings';
import { agreementOf } from './defaults.ts';
import { startOf } from './document.ts';
import type { Shared } from './load-shared.ts';
import { loadVersion } from './load-version.ts';
import type { Loader } from './loader.ts';
import type { Flow, Settings, Version } from './model.ts';
import { registryRules } from './rules.ts';
import { SCHEMAS } from './sources/file-tree.ts';
import { compareVersions, isVersionName } from './version-name.ts';

/** One flow. Unless it is `wanted`, its versions and its lock are read when somebody asks for them. */
export function loadFlow(
  loader: Loader,
  { entity, name, folder }: Pick<Flow, 'entity' | 'name' | 'folder'>,
  settings: Settings,
  shared: Shared,
  wanted: boolean,
): Flow | undefined {
  const file = `${folder}/contract.yaml`;
  const names = versionNames(loader, folder);
  if (!loader.has(file)) {
    const message = `The flow ${entity}/${name} has no agreement.`;
    loader.missing(file, message, `Write it: \`treaty new ${entity}/${name}\`.`);
  }
  const read = loader.document(file, 'contract');
  const versions = once(() => loadVersions(loader, folder, names, shared));
  const lock = once(() => loader.document(`${folder}/contract.lock`, 'lock'));
  if (wanted) {
    versions();
    lock();
  }
  if (read === undefined) return undefined;
  return {
    id: `${entity}/${name}`,
    entity,
    name,
    folder,
    document: read.document,
    agreement: agreementOf(read.typed, settings),
    get versions() {
      return versions();
    },
    get lock() {
      return lock()?.typed ?? [];
    },
    get lockDocument() {
      return lock()?.document;
    },
  };
}

/** The names of the versions in a folder, ascending; folders of other names are reported. */
export function versionNames(loader: Loader, folder: string): readonly string[] {
  const names = loader.folders.foldersIn(folder);
  if (names.length === 0) {
    const message = `${folder.slice(SCHEMAS.length + 1)} has no version.`;
    loader.findings.push(
      finding(registryRules.noVersions, { message, location: startOf(`${folder}/contract.yaml`) }),
    );
  }
  for (const name of names.filter((one) => !isVersionName(one))) {
    const message = `${JSON.stringify(name)} is no version: expected X.Y.Z from 1.0.0 on.`;
    loader.misnames(`${folder}/${name}`, message);
  }
  return names.filter(isVersionName).sort(compareVersions);
}

function loadVersions(
  loader: Loader,
  folder: string,
  names: readonly string[],
  shared: Shared,
): readonly Version[] {
  return names
    .map((version) => loadVersion(loader, `${folder}/${version}`, version, shared))
    .filter((version) => version !== undefined);
}

/** What is read when somebody asks for it. */
function once<T>(read: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: read() };
    return result.value;
  };
}
