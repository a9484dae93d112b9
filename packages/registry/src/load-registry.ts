import { type Finding, finding } from '@treaty/findings';
import { agreementOf, settingsOf } from './defaults.ts';
import { readDocument, type SourceDocument, startOf } from './document.ts';
import { type DocumentKind, typedDocument } from './document-schemas.ts';
import type { Documents } from './documents/types.ts';
import { type Folders, foldersOf } from './folders.ts';
import { loadVersion } from './load-version.ts';
import type { Entity, Flow, Party, Registry, Settings, Version } from './model.ts';
import { registryRules } from './rules.ts';
import { BASELINE_FILE, type FileTree, SCHEMAS, SETTINGS_FILE } from './sources/file-tree.ts';
import { compareVersions, isVersionName } from './version-name.ts';

export interface LoadedRegistry {
  readonly registry: Registry;
  /** What is wrong with the documents, each taken by itself. What is fine is in the registry all the same. */
  readonly findings: readonly Finding[];
}

const PARTIES = `${SCHEMAS}/parties`;
/** Folders of `schemas/` that are no entities. */
const RESERVED: ReadonlySet<string> = new Set(['parties', 'shared']);

/** Reads every document of a tree into one registry. Pure but for the tree's own reading. */
export function loadRegistry(tree: FileTree): LoadedRegistry {
  const loader = new Loader(tree);
  const settings = loader.settings();
  const baseline = loader.document(BASELINE_FILE, 'baseline');
  const registry: Registry = {
    label: tree.label,
    settings,
    parties: loader.parties(),
    entities: loader.entities(),
    flows: loader.flows(settings),
    baseline: baseline?.typed,
    baselineDocument: baseline?.document,
    broken: loader.broken,
  };
  return { registry, findings: loader.findings };
}

/** Collects findings while it reads; one loader reads one tree once. */
export class Loader {
  readonly findings: Finding[] = [];
  readonly broken: Set<string> = new Set();
  readonly tree: FileTree;
  readonly folders: Folders;
  readonly #files: ReadonlySet<string>;

  constructor(tree: FileTree) {
    this.tree = tree;
    this.folders = foldersOf(tree.files);
    this.#files = new Set(tree.files);
  }

  settings(): Settings {
    const file = SETTINGS_FILE;
    if (!this.#files.has(file)) {
      this.missing(file, 'The registry has no treaty.yaml.', 'Make one: `treaty init`.');
    }
    const read = this.document(file, 'treaty');
    return settingsOf(read?.typed ?? { version: 1, name: 'registry' }, read?.document);
  }

  parties(): Map<string, Party> {
    const parties = new Map<string, Party>();
    for (const leaf of this.folders.filesIn(PARTIES)) {
      const name = leaf.replace(/\.yaml$/, '');
      if (!this.isName(name, `${PARTIES}/${leaf}`) || name === leaf) continue;
      const read = this.document(`${PARTIES}/${leaf}`, 'party');
      if (read !== undefined) parties.set(name, { ...read.typed, name, document: read.document });
    }
    return parties;
  }

  entities(): Map<string, Entity> {
    const entities = new Map<string, Entity>();
    for (const name of this.#entityNames()) {
      const file = `${SCHEMAS}/${name}/entity.yaml`;
      if (!this.#files.has(file)) {
        this.missing(file, `The entity ${name} has no entity.yaml: nobody masters its attributes.`);
      }
      const read = this.document(file, 'entity');
      if (read === undefined) continue;
      const { title, truth = {}, byHand = {} } = read.typed;
      entities.set(name, { name, document: read.document, title, truth, byHand });
    }
    return entities;
  }

  flows(settings: Settings): Map<string, Flow> {
    const flows = new Map<string, Flow>();
    for (const entity of this.#entityNames()) {
      for (const name of this.folders.foldersIn(`${SCHEMAS}/${entity}`)) {
        const folder = `${SCHEMAS}/${entity}/${name}`;
        const flow = this.isName(name, folder)
          ? this.#flow(entity, name, folder, settings)
          : undefined;
        if (flow !== undefined) flows.set(flow.id, flow);
      }
    }
    return flows;
  }

  #flow(entity: string, name: string, folder: string, settings: Settings): Flow | undefined {
    const file = `${folder}/contract.yaml`;
    const versions = this.#versions(folder);
    if (!this.#files.has(file)) {
      this.missing(
        file,
        `The flow ${entity}/${name} has no agreement.`,
        `Write it: \`treaty new ${entity}/${name}\`.`,
      );
    }
    const read = this.document(file, 'contract');
    if (read === undefined) return undefined;
    const lock = this.document(`${folder}/contract.lock`, 'lock');
    return {
      id: `${entity}/${name}`,
      entity,
      name,
      folder,
      document: read.document,
      agreement: agreementOf(read.typed, settings),
      versions,
      lock: lock?.typed ?? [],
      lockDocument: lock?.document,
    };
  }

  #versions(folder: string): Version[] {
    const names = this.folders.foldersIn(folder);
    if (names.length === 0) {
      const message = `The flow ${folder.slice(SCHEMAS.length + 1)} has no version.`;
      this.findings.push(
        finding(registryRules.noVersions, {
          message,
          location: startOf(`${folder}/contract.yaml`),
        }),
      );
    }
    for (const name of names.filter((one) => !isVersionName(one))) {
      const message = `${JSON.stringify(name)} is no version: expected X.Y.Z from 1.0.0 on.`;
      this.findings.push(
        finding(registryRules.name, { message, location: startOf(`${folder}/${name}`) }),
      );
    }
    return names
      .filter(isVersionName)
      .sort(compareVersions)
      .map((version) => loadVersion(this, `${folder}/${version}`, version))
      .filter((version) => version !== undefined);
  }

  #entityNames(): readonly string[] {
    return this.folders
      .foldersIn(SCHEMAS)
      .filter((name) => !RESERVED.has(name) && this.isName(name, `${SCHEMAS}/${name}`));
  }

  /** Reads and types one document. Undefined where it is absent, or so wrong that nothing can be made of it. */
  document<K extends DocumentKind>(
    file: string,
    kind: K,
  ): { readonly typed: Documents[K]; readonly document: SourceDocument } | undefined {
    const document = this.read(file);
    if (document === undefined) return undefined;
    const { typed, findings } = typedDocument(document, kind);
    this.findings.push(...findings);
    if (typed === undefined) this.broken.add(file);
    return typed === undefined ? undefined : { typed, document };
  }

  /** Reads one document of any form. */
  read(file: string): SourceDocument | undefined {
    if (!this.#files.has(file)) return undefined;
    const { document, findings } = readDocument(this.tree, file);
    this.findings.push(...findings);
    if (document === undefined) this.broken.add(file);
    return document;
  }

  missing(file: string, message: string, fix?: string): void {
    const details = { message, location: startOf(file), ...(fix === undefined ? {} : { fix }) };
    this.findings.push(finding(registryRules.missing, details));
    this.broken.add(file);
  }

  isName(name: string, file: string): boolean {
    if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return true;
    if (!this.#names.has(file)) {
      const message = `${JSON.stringify(name)} is no name that the registry reads: lower-case words joined by hyphens.`;
      this.findings.push(finding(registryRules.name, { message, location: startOf(file) }));
      this.#names.add(file);
    }
    return false;
  }
  readonly #names = new Set<string>();
}
