import type { Flow, Version } from '@treaty/registry';
import { type Sample, textIn } from '../sample-registry.ts';
import { type Edit, edited, inWords } from './edit.ts';
import { type Kind, type Plant, somewhere } from './kind.ts';
import type { Editing } from './living.ts';

export type Step = 'patch' | 'minor' | 'major';

/** A draft that says the same as the newest version. */
export interface Draft {
  readonly flow: Flow;
  readonly newest: Version;
  readonly version: string;
  /** `schemas/order/placed/2.0.1` */
  readonly folder: string;
  readonly changes: ReadonlyMap<string, string>;
}

function draftOf(flow: Flow, step: Step, { files }: Sample): Draft {
  const newest = flow.versions.at(-1);
  if (newest === undefined) throw new Error(`${flow.id} has no version`);
  const version = nextVersion(newest.version, step);
  const folder = `${flow.folder}/${version}`;
  const copied = [...files.keys()].filter(
    (file) => file.startsWith(`${newest.folder}/`) && !file.endsWith('/migration.yaml'),
  );
  const changes = new Map(
    copied.map((file) => [folder + file.slice(newest.folder.length), textIn(files, file)]),
  );
  return { flow, newest, version, folder, changes };
}

function nextVersion(version: string, step: Step): string {
  const [major = 1, minor = 0, patch = 0] = version.split('.').map(Number);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The plant that a draft with one more change is. */
export function plantIn(draft: Draft, what: string, changes: Plant['changes'] = new Map()): Plant {
  return {
    at: `${draft.folder}/`,
    what: `${draft.folder}: ${what}`,
    changes: new Map([...draft.changes, ...changes]),
  };
}

/** A fault in one of the documents of a draft: the file's name below its folder. */
export function inDraft(
  name: string,
  rules: readonly string[],
  { leaf, step }: { readonly leaf: 'schema.json' | 'semantics.yaml'; readonly step: Step },
  edits: Editing<Draft>,
): Kind {
  return draftKind(name, rules, step, (draft, random, sample) => {
    const made: readonly Edit[] | undefined = edits(draft, random, sample);
    const file = `${draft.folder}/${leaf}`;
    const text = draft.changes.get(file);
    if (made === undefined || text === undefined) return undefined;
    return plantIn(draft, inWords(made), new Map([[file, edited(file, text, made)]]));
  });
}

/** A fault that a draft has as a whole. */
export function draftKind(
  name: string,
  rules: readonly string[],
  step: Step,
  plant: (draft: Draft, ...rest: Parameters<Kind['plant']>) => Plant | undefined,
): Kind {
  return {
    name,
    rules,
    plant: (random, sample) =>
      somewhere(random, sample.registry.flows.values(), (flow) =>
        plant(draftOf(flow, step, sample), random, sample),
      ),
  };
}
