import { type Finding, finding } from '@treaty/findings';
import { type Bundle, type BundleProblem, bundle } from '@treaty/schema';
import { compatibilityOf } from './defaults.ts';
import type { SourceDocument } from './document.ts';
import { versionNames } from './load-flow.ts';
import type { Loader } from './loader.ts';
import type { Settings, SharedDefinition, Version } from './model.ts';
import { registryRules } from './rules.ts';
import { libraryOf, SHARED, sharedReference } from './shared-library.ts';

/** The shared definitions, and how a schema takes in those that it refers to. */
export interface Shared {
  readonly definitions: ReadonlyMap<string, SharedDefinition>;
  /** Undefined where a reference leads nowhere: what is wrong is reported at its place, once. */
  bundled(source: SourceDocument, loader: Loader): Pick<Version, 'schema' | 'uses'> | undefined;
}

/** Reads every version of every shared definition. */
export function loadShared(loader: Loader, settings: Settings): Shared {
  const names = loader.folders
    .foldersIn(SHARED)
    .filter((name) => loader.isName(name, `${SHARED}/${name}`));
  const versions = new Map(names.map((name) => [name, versionNames(loader, `${SHARED}/${name}`)]));
  const documents = new Map<string, SourceDocument>();
  for (const [name, list] of versions) {
    for (const version of list) {
      const file = `${SHARED}/${name}/${version}/schema.json`;
      if (!loader.has(file))
        loader.missing(file, `Version ${version} of shared/${name} has no schema.`);
      const document = loader.read(file);
      if (document !== undefined) documents.set(file, document);
    }
  }
  const library = libraryOf([...documents.keys()], (file) => documents.get(file)?.value);
  const bundled: Shared['bundled'] = (source, reader) =>
    taken(bundle(source.file, source.value, library), source, documents, reader);
  return { definitions: definitionsOf(versions, documents, bundled, loader, settings), bundled };
}

function definitionsOf(
  versions: ReadonlyMap<string, readonly string[]>,
  documents: ReadonlyMap<string, SourceDocument>,
  bundled: Shared['bundled'],
  loader: Loader,
  settings: Settings,
): ReadonlyMap<string, SharedDefinition> {
  const compatibility = compatibilityOf(settings);
  const definitions = [...versions].map(([name, list]): [string, SharedDefinition] => {
    const folder = `${SHARED}/${name}`;
    const id = `shared/${name}`;
    const lock = loader.document(`${folder}/contract.lock`, 'lock');
    const agreement = { title: id, consumers: [], compatibility };
    const read = list.flatMap((version) => {
      const source = documents.get(`${folder}/${version}/schema.json`);
      return source === undefined ? [] : sharedVersion(source, version, folder, bundled, loader);
    });
    const definition = { id, name, folder, versions: read, agreement } as const;
    return [id, { ...definition, lock: lock?.typed ?? [], lockDocument: lock?.document }];
  });
  return new Map(definitions);
}

function sharedVersion(
  source: SourceDocument,
  version: string,
  folder: string,
  bundled: Shared['bundled'],
  loader: Loader,
): readonly Version[] {
  const schema = bundled(source, loader);
  const nothing = { semantics: undefined, meaning: undefined, migration: undefined, samples: [] };
  return schema === undefined
    ? []
    : [{ version, folder: `${folder}/${version}`, source, ...schema, ...nothing }];
}

function taken(
  { value, parts, problems }: Bundle,
  source: SourceDocument,
  documents: ReadonlyMap<string, SourceDocument>,
  loader: Loader,
): Pick<Version, 'schema' | 'uses'> | undefined {
  const own = problems.filter(({ document }) => document === source.file);
  loader.findings.push(...own.map((problem) => findingOf(problem, source)));
  if (problems.length > 0) {
    loader.broken.add(source.file);
    return undefined;
  }
  if (parts.size === 0) return { schema: source, uses: [] };
  const at: SourceDocument['at'] = (pointer, part) => {
    for (const [file, place] of parts) {
      const inside = pointer === place || pointer.startsWith(`${place}/`);
      const document = inside ? documents.get(file) : undefined;
      if (document !== undefined) return document.at(pointer.slice(place.length), part);
    }
    return source.at(pointer, part);
  };
  const uses = [...parts.keys()].map(sharedReference).sort();
  return { schema: { file: source.file, value, at }, uses };
}

const WORDS: Readonly<Record<BundleProblem['kind'], string>> = {
  unknown: 'is no shared definition of this registry',
  unresolved: 'points to nothing in the shared definition that it names',
  'other-dialect': 'is written in another dialect of JSON Schema than the schema that refers to it',
  dynamic: 'is a dynamic reference, which a shared definition cannot have',
  embedded: 'leaves a schema that has an identifier of its own inside another one',
  'too-many': 'is one shared definition too many for one schema',
};

function findingOf({ kind, pointer, reference }: BundleProblem, source: SourceDocument): Finding {
  const isNetwork = kind === 'unknown' && /^https?:/i.test(reference);
  return finding(registryRules.reference, {
    message: `${JSON.stringify(reference)} ${WORDS[kind]}${isNetwork ? '; nothing is ever fetched' : ''}.`,
    location: source.at(pointer),
    subject: reference,
  });
}
