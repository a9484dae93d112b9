import { isObject, type JsonObject } from '@treaty/json';
import { type Draft, draftKind, plantIn } from './draft.ts';
import { validSamples } from './in-names.ts';
import type { Kind } from './kind.ts';

function invalidSamples({ changes }: Draft): readonly (readonly [string, string])[] {
  return [...changes].filter(([file]) => file.includes('/samples/invalid/'));
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

export const SAMPLE_KINDS: readonly Kind[] = [
  draftKind(
    'a required dropped from a sample',
    ['samples/valid-rejected'],
    'patch',
    (draft, random) => {
      const [file, text] = random.pick(validSamples(draft)) ?? [];
      const { required = [] } = draft.newest.schema.value as { required?: string[] };
      const name = random.pick(required);
      if (file === undefined || text === undefined || name === undefined) return undefined;
      const payload = JSON.parse(text) as JsonObject;
      const without = Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name));
      return plantIn(draft, `${file} without ${name}`, new Map([[file, JSON.stringify(without)]]));
    },
  ),
  draftKind('a sample of another type', ['samples/valid-rejected'], 'patch', (draft, random) => {
    const [file, text] = random.pick(validSamples(draft)) ?? [];
    const payload: unknown = text && JSON.parse(text);
    const name = isObject(payload as JsonObject) && random.pick(Object.keys(payload as JsonObject));
    if (!file || !name) return undefined;
    const changed = { ...(payload as JsonObject), [name]: [[null]] };
    return plantIn(
      draft,
      `${file}: ${name} is [[null]]`,
      new Map([[file, JSON.stringify(changed)]]),
    );
  }),
  draftKind(
    'an invalid sample that is right',
    ['samples/invalid-accepted'],
    'patch',
    (draft, random) => {
      const [file, text] = random.pick(validSamples(draft)) ?? [];
      const target =
        file && `${folderOf(file).replace('/valid', '/invalid')}/planted.required.json`;
      return target && text ? plantIn(draft, target, new Map([[target, text]])) : undefined;
    },
  ),
  draftKind(
    'an invalid sample that fails otherwise',
    ['samples/other-failure'],
    'patch',
    (draft, random) => {
      const [file, text] = random.pick(invalidSamples(draft)) ?? [];
      if (file === undefined || text === undefined) return undefined;
      const renamed = file.replace(/\.[^./]*\.json$/, '.uniqueItems.json');
      return plantIn(
        draft,
        renamed,
        new Map([
          [file, undefined],
          [renamed, text],
        ]),
      );
    },
  ),
  draftKind('two invalid samples alike', ['samples/alike'], 'patch', (draft, random) => {
    const [file, text] = random.pick(invalidSamples(draft)) ?? [];
    const twin = file?.replace(/([^/]*)$/, 'again-$1');
    return twin && text ? plantIn(draft, twin, new Map([[twin, text]])) : undefined;
  }),
  draftKind('a draft without samples', ['samples/none'], 'patch', (draft, random) => {
    const samples = random.below(2) === 0 ? validSamples(draft) : invalidSamples(draft);
    const gone = new Map(samples.map(([file]) => [file, undefined]));
    return plantIn(draft, `without ${gone.size} samples`, gone);
  }),
];
