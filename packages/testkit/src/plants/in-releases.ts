import { entryDigest, type Flow, type SharedDefinition } from '@treaty/registry';
import { type Sample, TODAY, textIn } from '../sample-registry.ts';
import { draftKind, plantIn } from './draft.ts';
import { edited, set } from './edit.ts';
import { type Changes, type Kind, type Plant, somewhere } from './kind.ts';

type Released = Flow | SharedDefinition;

/** Flows, and shared definitions: both are released. */
function released({ registry }: Sample): readonly Released[] {
  return [...registry.flows.values(), ...registry.shared.values()];
}

function below(folder: string, { files }: Sample): Map<string, undefined> {
  const inside = [...files.keys()].filter((file) => file.startsWith(`${folder}/`));
  return new Map(inside.map((file) => [file, undefined]));
}

function inReleased(
  name: string,
  rule: string,
  plant: (one: Released, ...rest: Parameters<Kind['plant']>) => Omit<Plant, 'at'> | undefined,
): Kind {
  return {
    name,
    rules: [rule],
    plant: (random, sample) =>
      somewhere(random, released(sample), (one) => {
        const made = plant(one, random, sample);
        return made === undefined ? undefined : { ...made, at: `${one.folder}/` };
      }),
  };
}

/** One file of the lock, its lines changed. */
function inLock(
  name: string,
  rule: string,
  change: (lines: string[], i: number) => string[],
): Kind {
  return inReleased(name, rule, ({ folder }, random, { files }) => {
    const file = `${folder}/contract.lock`;
    const lines = textIn(files, file).trimEnd().split('\n');
    const entries = lines.filter((line) => line.startsWith('-'));
    const changed = change(entries, random.below(entries.length));
    // An empty file is another fault: no document at all.
    if (changed.length === 0) return undefined;
    const changes: Changes = new Map([[file, `${changed.join('\n')}\n`]]);
    return { what: `${file}: ${name}`, changes };
  });
}

/** The entry with the first digit of its digest changed. */
function withAnotherDigest(line: string): string {
  return line.replace(
    /(digest: "sha256:)(.)/,
    (_, start, digit) => `${start}${digit === '0' ? 1 : 0}`,
  );
}

export const RELEASE_KINDS: readonly Kind[] = [
  inReleased(
    'a released schema edited',
    'lock/released-version-changed',
    ({ versions }, random, { files }) => {
      const file = random.pick(versions)?.source.file;
      if (file === undefined) return undefined;
      const text = edited(file, textIn(files, file), [set('Something else.', 'description')]);
      return { what: `${file}: another description`, changes: new Map([[file, text]]) };
    },
  ),
  inReleased(
    'a released meaning edited',
    'lock/released-version-changed',
    ({ versions }, random, { files }) => {
      const file = random.pick(versions)?.semantics?.file;
      if (file === undefined) return undefined;
      const text = edited(file, textIn(files, file), [set('/planted', 'identity', 'occurredAt')]);
      return { what: `${file}: another occurredAt`, changes: new Map([[file, text]]) };
    },
  ),
  inReleased(
    'a released sample removed',
    'lock/released-version-changed',
    ({ versions }, random) => {
      const file = random.pick(random.pick(versions)?.samples ?? [])?.document.file;
      return file === undefined
        ? undefined
        : { what: `without ${file}`, changes: new Map([[file, undefined]]) };
    },
  ),
  inReleased(
    'a released version removed',
    'lock/released-version-removed',
    ({ versions }, random, sample) => {
      const version = versions.length > 1 ? random.pick(versions) : undefined;
      return (
        version && { what: `without ${version.folder}`, changes: below(version.folder, sample) }
      );
    },
  ),
  inLock('a digest of a lock edited', 'lock/edited', (entries, i) =>
    entries.map((line, at) => (at === i ? withAnotherDigest(line) : line)),
  ),
  inLock('a day of a lock edited', 'lock/edited', (entries, i) =>
    entries.map((line, at) =>
      at === i ? line.replace(/released: \d{4}/, 'released: 2024') : line,
    ),
  ),
  inLock('an entry of a lock dropped', 'lock/edited', (entries, i) =>
    entries.filter((_, at) => at !== i),
  ),
  inReleased('a lock removed', 'lock/edited', ({ folder }) => {
    const file = `${folder}/contract.lock`;
    return { what: `without ${file}`, changes: new Map([[file, undefined]]) };
  }),
  inReleased('a released flow removed', 'lock/flow-removed', (one, _, sample) =>
    'entity' in one
      ? { what: `without ${one.folder}`, changes: below(one.folder, sample) }
      : undefined,
  ),
  draftKind(
    'a release that nobody made',
    ['lock/entry-untrue'],
    'minor',
    (draft, random, { files }) => {
      const file = `${draft.flow.folder}/contract.lock`;
      const last = draft.flow.lock.at(-1);
      const previous = last === undefined ? '' : `, previous: "${entryDigest(last)}"`;
      const entry = `- { version: ${draft.version}, released: ${TODAY}, class: ${random.pick(['minor', 'patch'])}, digest: "sha256:${'0'.repeat(64)}", verdict: "sha256:${'1'.repeat(64)}"${previous} }
`;
      const changes = new Map([[file, textIn(files, file) + entry]]);
      return { ...plantIn(draft, 'released by hand', changes), at: `${draft.flow.folder}/` };
    },
  ),
  {
    name: 'a shared draft that breaks its flows',
    rules: ['shared/breaks-flow', 'compatibility/backward-broken'],
    plant: (random, { files, registry }) => {
      const definition = registry.shared.get(random.pick(['shared/money', 'shared/address']) ?? '');
      const newest = definition?.versions.at(-1);
      if (definition === undefined || newest === undefined) return undefined;
      const file = `${definition.folder}/${newest.version.replace(/\d+$/, '7')}/schema.json`;
      const [first] = random.shuffled(
        ['amount', 'currency', 'city', 'street', 'country'].filter((name) =>
          JSON.stringify(newest.source.value).includes(`"${name}"`),
        ),
      );
      const text = edited(file, textIn(files, newest.source.file), [
        set({ description: 'Nothing any more.', const: 'x' }, 'properties', first ?? ''),
      ]);
      return {
        at: definition.folder,
        what: `${file}: ${first} is always x`,
        changes: new Map([[file, text]]),
      };
    },
  },
];
