import { type Ownership, ownersOf } from '@treaty/codeowners';
import { type Registry, SCHEMAS } from '@treaty/registry';
import type { OwnersFile } from '../../context.ts';
import { grouped } from '../../grouped.ts';

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
  const { files, flows, shared, entities, parties, settings } = registry;
  const inFolders = grouped(files, (file) => file.split('/').slice(0, 3).join('/'));
  const group = (title: string, list: readonly string[], party?: string): DocumentGroup[] => {
    const [file] = list;
    if (file === undefined) return [];
    return [{ title, file, files: list, ...(party === undefined ? {} : { party }) }];
  };
  const folder = (id: string): readonly string[] => inFolders.get(`${SCHEMAS}/${id}`) ?? [];
  return [
    ...group('the registry', settings.document === undefined ? [] : [settings.document.file]),
    ...[...parties.values()].flatMap(({ name, document }) =>
      group(`the party ${name}`, [document.file], name),
    ),
    ...[...entities.values()].flatMap(({ name, document }) =>
      group(`the entity ${name}`, [document.file]),
    ),
    ...flows.ids().flatMap((id) => group(`the flow ${id}`, agreementFirst(folder(id)))),
    ...[...shared.keys()].flatMap((id) => group(`the definition ${id}`, folder(id))),
  ];
}

/** The agreement stands for its flow. */
function agreementFirst(files: readonly string[]): readonly string[] {
  const isAgreement = (file: string): boolean => file.endsWith('/contract.yaml');
  return [...files.filter(isAgreement), ...files.filter((file) => !isAgreement(file))];
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
export function firstOf(files: readonly string[]): string {
  return files.length > 1 ? `${files[0]} and ${files.length - 1} more` : (files[0] ?? '');
}
