import { type Draft, draftKind, plantIn } from './draft.ts';
import type { Kind } from './kind.ts';

/** The draft under another name for its folder. */
function inFolder(name: string, folderOf: (draft: Draft) => string): Kind {
  return draftKind(name, ['registry/name'], 'minor', (draft) => {
    const folder = folderOf(draft);
    const moved = [...draft.changes].map(
      ([file, text]) => [folder + file.slice(draft.folder.length), text] as const,
    );
    return { at: folder, what: `${draft.folder} is called ${folder}`, changes: new Map(moved) };
  });
}

/** A file that is there as well. */
function beside(
  name: string,
  rule: string,
  leaves: readonly string[],
  folderOf: (draft: Draft) => string,
): Kind {
  return draftKind(name, [rule], 'patch', (draft, random) => {
    const folder = folderOf(draft);
    const file = `${folder}/${random.pick(leaves)}`;
    const changes = new Map([...draft.changes, [file, 'title: What is this?\n']]);
    return { at: folder, what: `${file} beside the others`, changes };
  });
}

export const NAME_KINDS: readonly Kind[] = [
  inFolder(
    'a version with too few numbers',
    ({ flow, version }) => `${flow.folder}/${version.split('.').slice(0, 2).join('.')}`,
  ),
  inFolder('a version with a word before it', ({ flow, version }) => `${flow.folder}/v${version}`),
  inFolder('a version that is a pre-release', ({ folder }) => `${folder}-rc.1`),
  inFolder('a flow in capitals', ({ flow, version }) =>
    `schemas/${flow.entity}/${flow.name.toUpperCase()}/${version}`.replace(/\/[^/]*$/, ''),
  ),
  beside(
    'a document that nothing reads',
    'registry/stray-file',
    ['contract.yml', 'agreement.yaml', 'contrakt.yaml', 'schema.json', 'notes.yaml'],
    ({ flow }) => flow.folder,
  ),
  beside(
    'a document that nothing reads in a version',
    'registry/stray-file',
    ['schema.yaml', 'semantic.yaml', 'sample.json', 'semantics.yml'],
    ({ folder }) => folder,
  ),
  draftKind(
    'a name that Windows cannot hold',
    ['registry/name-not-portable'],
    'patch',
    (draft, random) => {
      const [file, text] = random.pick(validSamples(draft)) ?? [];
      if (file === undefined || text === undefined) return undefined;
      const name = random.pick(['aux.json', 'con.json', 'what?.json', 'a:b.json']) ?? '';
      return plantIn(draft, name, new Map([[file.replace(/[^/]*$/, name), text]]));
    },
  ),
  draftKind(
    'names that differ in case',
    ['registry/name-not-portable'],
    'patch',
    (draft, random) => {
      const [file, text] = random.pick(validSamples(draft)) ?? [];
      if (file === undefined || text === undefined) return undefined;
      const twin = file.replace(/[^/]*$/, (leaf) => leaf.toUpperCase().replace(/JSON$/, 'json'));
      return plantIn(draft, twin, new Map([[twin, text]]));
    },
  ),
  {
    name: 'a flow without versions',
    rules: ['registry/flow-without-versions'],
    plant: (random, { files, registry }) => {
      const flow = random.pick([...registry.flows.values()]);
      if (flow === undefined) return undefined;
      const folder = `${flow.folder}-again`;
      const agreement = files.get(flow.document.file);
      const changes = new Map([[`${folder}/contract.yaml`, agreement]]);
      return { at: folder, what: `${folder} with an agreement only`, changes };
    },
  },
];

export function validSamples({ changes }: Draft): readonly (readonly [string, string])[] {
  return [...changes].filter(([file]) => file.includes('/samples/valid/'));
}
