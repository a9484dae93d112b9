import type { Finding } from '@treaty/findings';
import type { Scope } from './change-scope.ts';
import { settingsOf } from './defaults.ts';
import { FlowMap } from './flow-map.ts';
import { loadFlow } from './load-flow.ts';
import { loadShared, type Shared } from './load-shared.ts';
import { Loader } from './loader.ts';
import type { Entity, Flow, Party, Registry, Settings } from './model.ts';
import { PARTIES, RESERVED } from './names.ts';
import { unportableNames } from './portable-names.ts';
import { BASELINE_FILE, type FileTree, SCHEMAS, SETTINGS_FILE } from './sources/file-tree.ts';
import { strayFiles } from './stray-files.ts';

export interface LoadedRegistry {
  readonly registry: Registry;
  /** What is wrong with the documents, each taken by itself. What is fine is in the registry all the same. */
  readonly findings: readonly Finding[];
}

export interface LoadOptions {
  /**
   * Whether a flow is wanted, by its folder; all are by default. The others are read when somebody asks for
   * them, and what is wrong with their documents is not reported.
   */
  readonly scope?: Scope;
  /** Whether all names of the tree are looked at, too. Default: true. */
  readonly names?: boolean;
}

/** Reads every document of a tree into one registry. Pure but for the tree's own reading. */
export function loadRegistry(
  tree: FileTree,
  { scope = () => true, names = true }: LoadOptions = {},
): LoadedRegistry {
  const loader = new Loader(tree);
  const settings = loadSettings(loader);
  const baseline = loader.document(BASELINE_FILE, 'baseline');
  const shared = loadShared(loader, settings);
  const registry: Registry = {
    label: tree.label,
    files: tree.files,
    settings,
    parties: loadParties(loader),
    entities: loadEntities(loader),
    flows: loadFlows(loader, settings, shared, scope),
    shared: shared.definitions,
    baseline: baseline?.typed,
    baselineDocument: baseline?.document,
    broken: loader.broken,
  };
  loader.findings.push(...strayFiles(loader, scope));
  if (names) loader.findings.push(...unportableNames(loader));
  return { registry, findings: loader.findings };
}

function loadSettings(loader: Loader): Settings {
  const file = SETTINGS_FILE;
  if (!loader.has(file)) {
    loader.missing(file, 'The registry has no treaty.yaml.', 'Make one: `treaty init`.');
  }
  const read = loader.document(file, 'treaty');
  return settingsOf(read?.typed ?? { version: 1, name: 'registry' }, read?.document);
}

function loadParties(loader: Loader): Map<string, Party> {
  const parties = new Map<string, Party>();
  for (const leaf of loader.folders.filesIn(PARTIES)) {
    const name = leaf.replace(/\.yaml$/, '');
    if (name === leaf || !loader.isName(name, `${PARTIES}/${leaf}`)) continue;
    const read = loader.document(`${PARTIES}/${leaf}`, 'party');
    if (read !== undefined) parties.set(name, { ...read.typed, name, document: read.document });
  }
  return parties;
}

function loadEntities(loader: Loader): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const name of entityNames(loader)) {
    const file = `${SCHEMAS}/${name}/entity.yaml`;
    if (!loader.has(file)) {
      loader.missing(file, `The entity ${name} has no entity.yaml: nobody masters its attributes.`);
    }
    const read = loader.document(file, 'entity');
    if (read === undefined) continue;
    const { title, truth = {}, byHand = {} } = read.typed;
    entities.set(name, { name, document: read.document, title, truth, byHand });
  }
  return entities;
}

function loadFlows(loader: Loader, settings: Settings, shared: Shared, scope: Scope): FlowMap {
  const readers = new Map<string, () => Flow | undefined>();
  for (const entity of entityNames(loader)) {
    for (const name of loader.folders.foldersIn(`${SCHEMAS}/${entity}`)) {
      const folder = `${SCHEMAS}/${entity}/${name}`;
      if (!loader.isName(name, folder)) continue;
      const place = { entity, name, folder };
      if (scope(folder)) {
        const flow = loadFlow(loader, place, settings, shared, true);
        readers.set(`${entity}/${name}`, () => flow);
      } else {
        const reader = loader.aside();
        readers.set(`${entity}/${name}`, () => loadFlow(reader, place, settings, shared, false));
      }
    }
  }
  return new FlowMap(readers);
}

function entityNames(loader: Loader): readonly string[] {
  return loader.folders
    .foldersIn(SCHEMAS)
    .filter((name) => !RESERVED.has(name) && loader.isName(name, `${SCHEMAS}/${name}`));
}
