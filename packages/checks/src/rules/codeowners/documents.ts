import { type Ownership, ownersOf } from '@treaty/codeowners';
import { type Registry, SCHEMAS, type SourceDocument, type Versioned } from '@treaty/registry';
import type { OwnersFile } from '../../context.ts';

/** Documents of the registry that belong together: who owns the folder, owns them. */
export interface DocumentGroup {
  /** For people: `the flow order/placed`. */
  readonly title: string;
  /** The document that stands for all. */
  readonly file: string;
  readonly files: readonly string[];
  /** The party whose people are the owners of the file. */
  readonly party?: string;
}

/** Flows, shared definitions, entities and parties, and the settings. */
export function documentGroups(registry: Registry): readonly DocumentGroup[] {
  const { flows, shared, entities, parties, settings } = registry;
  const group = (title: string, documents: Documents, party?: string): DocumentGroup[] => {
    const files = documents.flatMap((document) => (document === undefined ? [] : [document.file]));
    const [file] = files;
    if (file === undefined) return [];
    return [{ title, file, files, ...(party === undefined ? {} : { party }) }];
  };
  return [
    ...group('the registry', [settings.document]),
    ...[...parties.values()].flatMap(({ name, document }) =>
      group(`the party ${name}`, [document], name),
    ),
    ...[...entities.values()].flatMap(({ name, document }) =>
      group(`the entity ${name}`, [document]),
    ),
    ...[...flows.values()].flatMap((flow) =>
      group(`the flow ${flow.id}`, [flow.document, ...versionsOf(flow)]),
    ),
    ...[...shared.values()].flatMap((one) => group(`the definition ${one.id}`, versionsOf(one))),
  ];
}

type Documents = readonly (SourceDocument | undefined)[];

function versionsOf({ versions, lockDocument }: Versioned): Documents {
  const documents = versions.flatMap(({ source, semantics, migration, samples }) => [
    source,
    semantics,
    migration,
    ...samples.map(({ document }) => document),
  ]);
  return [...documents, lockDocument];
}

export function partyFile(party: string): string {
  return `${SCHEMAS}/parties/${party}.yaml`;
}

/** Who owns a document, and the line of CODEOWNERS that decides. */
export function ownersIn({ codeowners, prefix }: OwnersFile, file: string): Ownership {
  return ownersOf(codeowners, prefix + file);
}

/** A document and who owns it. */
export interface OwnedDocument extends Ownership {
  readonly file: string;
}

type OwnedGroups = readonly (readonly [DocumentGroup, readonly OwnedDocument[]])[];

const known = new WeakMap<Registry, WeakMap<OwnersFile, OwnedGroups>>();

/** The groups of a registry but its parties, with the owners of each document. Looked up once. */
export function documentOwners(registry: Registry, owners: OwnersFile): OwnedGroups {
  const ofRegistry = known.get(registry) ?? new WeakMap<OwnersFile, OwnedGroups>();
  known.set(registry, ofRegistry);
  const groups = ofRegistry.get(owners) ?? lookUp(registry, owners);
  ofRegistry.set(owners, groups);
  return groups;
}

function lookUp(registry: Registry, owners: OwnersFile): OwnedGroups {
  return documentGroups(registry)
    .filter(({ party }) => party === undefined)
    .map((group) => [group, group.files.map((file) => ({ file, ...ownersIn(owners, file) }))]);
}

/** Whether the file names anybody at all: one that does not is as good as none. */
export function namesSomebody({ codeowners }: OwnersFile): boolean {
  return codeowners.rules.some(({ owners }) => owners.length > 0);
}

/** `a.json and 3 more`. */
export function inWords(files: readonly string[]): string {
  return files.length > 1 ? `${files[0]} and ${files.length - 1} more` : (files[0] ?? '');
}
