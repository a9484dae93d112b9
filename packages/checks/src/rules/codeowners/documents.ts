import { type Ownership, ownersOf } from '@treaty/codeowners';
import { type Flow, type Registry, SCHEMAS } from '@treaty/registry';
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

/** Flows, entities and parties, and the settings. */
export function documentGroups({
  flows,
  entities,
  parties,
  settings,
}: Registry): readonly DocumentGroup[] {
  const alone = (title: string, file: string): DocumentGroup => ({ title, file, files: [file] });
  return [
    ...(settings.document === undefined ? [] : [alone('the registry', settings.document.file)]),
    ...[...parties.keys()].map((party) => {
      const file = partyFile(party);
      return { ...alone(`the party ${party}`, file), party };
    }),
    ...[...entities.values()].map(({ name, document }) =>
      alone(`the entity ${name}`, document.file),
    ),
    ...[...flows.values()].map((flow) => ({
      title: `the flow ${flow.id}`,
      file: flow.document.file,
      files: filesOf(flow),
    })),
  ];
}

export function partyFile(party: string): string {
  return `${SCHEMAS}/parties/${party}.yaml`;
}

function filesOf(flow: Flow): readonly string[] {
  const ofVersions = flow.versions.flatMap(({ schema, semantics, migration, samples }) => [
    schema,
    semantics,
    migration,
    ...samples.map(({ document }) => document),
  ]);
  return [flow.document, flow.lockDocument, ...ofVersions].flatMap((document) =>
    document === undefined ? [] : [document.file],
  );
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
