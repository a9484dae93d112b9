import { isObject, type JsonValue } from '@treaty/json';
import { textIn } from '../sample-registry.ts';
import { draftKind, plantIn } from './draft.ts';
import { remove, rename, set } from './edit.ts';
import { type Kind, somewhere } from './kind.ts';
import { editedDocument, inAgreement } from './living.ts';

/** The documents that may change at any time. */
const LIVING = /^treaty\.yaml$|\/(contract|entity)\.yaml$|^schemas\/parties\//;
const DURATION = /^[0-9]+[smhd]$/;

/** A fault in the text of one living document. */
function inText(name: string, rule: string, change: (text: string) => string | Uint8Array): Kind {
  return {
    name,
    rules: [rule],
    plant: (random, { files }) => {
      const at = random.pick([...files.keys()].filter((file) => LIVING.test(file)));
      if (at === undefined) return undefined;
      const changes = new Map([[at, change(textIn(files, at))]]);
      return { at, what: `${at}: ${name}`, changes };
    },
  };
}

/** A fault in the text of a draft's schema. */
function inSchemaText(
  name: string,
  rule: string,
  change: (text: string, below: (n: number) => number) => string,
): Kind {
  return draftKind(name, [rule], 'patch', (draft, random) => {
    const file = `${draft.folder}/schema.json`;
    const text = change(draft.changes.get(file) ?? '', (n) => random.below(n));
    return plantIn(draft, name, new Map([[file, text]]));
  });
}

/** A document that the layout asks for is gone. */
function gone(name: string, matches: RegExp): Kind {
  return {
    name,
    rules: ['document/missing'],
    plant: (random, { files }) => {
      const at = random.pick([...files.keys()].filter((file) => matches.test(file)));
      return at === undefined
        ? undefined
        : { at, what: `without ${at}`, changes: new Map([[at, undefined]]) };
    },
  };
}

const without = (file: RegExp, keys: readonly string[]): Kind['plant'] => {
  return (random, sample) =>
    somewhere(
      random,
      [...sample.files.keys()].filter((one) => file.test(one)),
      (one) => editedDocument(sample, one, [remove(random.pick(keys) ?? '')]),
    );
};

/** The paths of the scalars in a value that look as asked. */
function scalars(value: JsonValue, isMeant: RegExp, path: readonly string[] = []): string[][] {
  if (typeof value === 'string' && isMeant.test(value)) return [[...path]];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => scalars(part, isMeant, [...path, key]));
}

export const DOCUMENT_KINDS: readonly Kind[] = [
  inText('a key twice in YAML', 'document/duplicate-key', (text) => `${text}title: A\ntitle: B\n`),
  inText('a bracket that never closes', 'document/malformed', (text) => `${text}titles: [\n`),
  inText('a tab that indents', 'document/malformed', (text) => `${text}more:\n\tone: 1\n`),
  inText('bytes that are no UTF-8', 'document/malformed', (text) =>
    Buffer.concat([Buffer.from(text), Buffer.from([0x23, 0xff, 0x0a])]),
  ),
  inSchemaText('a key twice in JSON', 'document/duplicate-key', (text) =>
    text.replace('{', '{ "title": "Again",'),
  ),
  inSchemaText('a schema cut off', 'document/malformed', (text, below) =>
    text.slice(0, 1 + below(text.trimEnd().length - 1)),
  ),
  inSchemaText('a number that programs round', 'document/number-inexact', (text) =>
    text.replace('{', '{ "x-limit": 12345678901234567,'),
  ),
  inAgreement('a misspelt section', ['document/unknown-key'], ({ document }, random) => {
    const sections = ['summary', 'responsible', 'delivery', 'reconcile', 'incident'];
    const name = random.pick(
      sections.filter((one) => Object.hasOwn(document.value as object, one)),
    );
    return name === undefined
      ? undefined
      : [rename(misspelt(name, random.below(name.length)), name)];
  }),
  inAgreement('a misspelt key of delivery', ['document/unknown-key'], ({ document }, random) => {
    const name = random.pick(Object.keys(partOf(document.value, 'delivery')));
    return name === undefined
      ? undefined
      : [rename(misspelt(name, random.below(name.length)), 'delivery', name)];
  }),
  inAgreement('a duration that is none', ['document/invalid'], ({ document }, random) => {
    const path = random.pick(scalars(document.value, DURATION));
    return path === undefined
      ? undefined
      : [set(random.pick(['soon', '1 day', '-5m']) ?? '', ...path)];
  }),
  {
    name: 'an agreement without what it needs',
    rules: ['document/invalid'],
    plant: without(/\/contract\.yaml$/, ['title', 'producer', 'consumers']),
  },
  {
    name: 'a party without what it needs',
    rules: ['document/invalid'],
    plant: without(/^schemas\/parties\//, ['title', 'kind']),
  },
  gone('an agreement that is gone', /\/contract\.yaml$/),
  gone('an entity without its document', /\/entity\.yaml$/),
  draftKind('a draft without a schema', ['document/missing'], 'minor', (draft) => {
    const file = `${draft.folder}/schema.json`;
    return { ...plantIn(draft, 'no schema', new Map([[file, undefined]])), at: draft.folder };
  }),
];

/** The name without one of its letters; two alike beside each other make no difference. */
function misspelt(name: string, letter: number): string {
  const result = name.slice(0, letter) + name.slice(letter + 1);
  return result === '' ? 'x' : result;
}

function partOf(value: JsonValue, key: string): object {
  const part = isObject(value) ? value[key] : undefined;
  return part !== undefined && isObject(part) ? part : {};
}
