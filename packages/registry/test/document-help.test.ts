import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DocumentKind, documentSchema, loadRegistry, treeOf } from '../src/index.ts';

interface Schema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const FOLDER = new URL('../documents/', import.meta.url);
const KINDS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => file.slice(0, -'.schema.json'.length) as DocumentKind);

/** Nobody writes these by hand. */
const WRITTEN_BY_TREATY: readonly DocumentKind[] = ['baseline', 'lock'];
const BY_HAND = KINDS.filter((kind) => !WRITTEN_BY_TREATY.includes(kind));

/** What editors show of a key: completion and hover read nothing else. */
describe('every key of every document helps whoever writes it', () => {
  test('there are documents to look at', () => {
    expect(KINDS.length).toBeGreaterThanOrEqual(8);
    expect(KINDS.flatMap((kind) => [...keysOf(kind)]).length).toBeGreaterThan(200);
  });

  test.each(KINDS)('%s: a description', (kind) => {
    const silent = [...keysOf(kind)].filter(([, { description }]) => !isText(description));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test.each(BY_HAND)('%s: of a plain value a default, its only values, or an example', (kind) => {
    const bare = [...keysOf(kind)].filter(
      ([, schema]) =>
        isPlain(schema) &&
        !['default', 'examples', 'enum', 'const', 'pattern'].some((name) => name in schema),
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  // Held against a registry that says nothing: what it comes to is what editors offer.
  const registry = loadRegistry(
    treeOf(
      'silent',
      new Map([
        ['treaty.yaml', 'version: 1\nname: silent\n'],
        ['schemas/a/b/contract.yaml', 'title: A\nproducer: p\nconsumers: {}\n'],
      ]),
    ),
  ).registry;
  const { branch, formats, failOn, require, approvals } = registry.settings;
  const { direction, writer, window } = registry.flows.get('a/b')?.agreement.compatibility ?? {};
  const { majors, notice } = window ?? {};
  test.each([
    ['treaty', '', { branch, formats, failOn, require }],
    ['treaty', '/$defs/approvalPolicy', { ...approvals }],
    ...(['treaty', 'contract'] as const).flatMap((kind) => [
      [kind, '/$defs/compatibilitySection', { direction, writer }] as const,
      [kind, '/$defs/compatibilityWindow', { majors, notice }] as const,
    ]),
  ] as const)('%s%s: the default that counts where a document is silent', (kind, at, expected) => {
    const keys = new Map(keysOf(kind));
    expect(Object.values(expected)).not.toContain(undefined);
    for (const [name, value] of Object.entries(expected)) {
      expect([name, keys.get(`${at}/${name}`)?.['default']]).toEqual([name, value]);
    }
  });

  test('no default is offered that Treaty does not know', () => {
    const offered = KINDS.flatMap((kind) =>
      [...keysOf(kind)].filter(([, one]) => 'default' in one).map(([path]) => path),
    );
    expect([...new Set(offered)].sort()).toMatchInlineSnapshot(`
      [
        "/$defs/approvalPolicy/major",
        "/$defs/approvalPolicy/minor",
        "/$defs/approvalPolicy/patch",
        "/$defs/compatibilitySection/direction",
        "/$defs/compatibilitySection/writer",
        "/$defs/compatibilityWindow/majors",
        "/$defs/compatibilityWindow/notice",
        "/$defs/scaleOperation/as",
        "/$defs/sequence/gapless",
        "/branch",
        "/causes",
        "/failOn",
        "/formats",
        "/recurring",
        "/require",
      ]
    `);
  });
});

/** Every key with its schema, references resolved: what stands beside a reference goes first. */
function* keysOf(kind: DocumentKind): Generator<[path: string, schema: Schema]> {
  const root = documentSchema(kind) as unknown as Schema;
  const resolved = (schema: Schema): Schema => {
    const target = root.$defs?.[schema.$ref?.replace('#/$defs/', '') ?? ''];
    return target === undefined ? schema : { ...resolved(target), ...schema };
  };
  function* walk(schema: unknown, path: string): Generator<[string, Schema]> {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {}, examples: _, ...rest } = schema as Schema;
    for (const [name, inner] of Object.entries(properties)) {
      yield [`${path}/${name}`, resolved(inner)];
      yield* walk(inner, `${path}/${name}`);
    }
    for (const [name, inner] of Object.entries(rest)) yield* walk(inner, `${path}/${name}`);
  }
  yield* walk(root, '');
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim().length > 10;
}

function isPlain({ type }: Schema): boolean {
  const types = [type ?? []].flat();
  return types.length > 0 && !types.includes('object') && !types.includes('array');
}
