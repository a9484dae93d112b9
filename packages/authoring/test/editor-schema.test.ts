import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentKind, documentSchema, treeOf } from '@treaty/registry';
import { describe, expect, it } from 'vitest';
import { planAdoption } from '../src/adoption/plan-adoption.ts';
import { planInit } from '../src/init.ts';
import { installedSchemas } from '../src/installed-schemas.ts';
import { planNew } from '../src/new/plan-new.ts';
import { type NewRequest, parseRequest } from '../src/new/request.ts';
import { joined, type Plan, plannedTree, type Write } from '../src/plan.ts';
import { openSampleRegistry } from '../src/sample-registry.ts';
import { withInstalledSchemas } from '../src/templates/editor-schema.ts';

const EMPTY = treeOf('empty', new Map());
const sample = openSampleRegistry();
const contracts = treeOf(
  'contracts',
  new Map([['contracts/order-placed.json', '{ "type": "object", "properties": {} }']]),
);

/** Everything that writes documents. */
const plan: Plan = joined(
  planInit(EMPTY, { name: 'acme' }),
  planNew(sample, asked('party', 'vendor')),
  planNew(sample, { ...asked('entity', 'parcel'), record: 'oms' } as NewRequest),
  planNew(sample, { ...asked('parcel/sent'), producer: 'wms', consumers: ['oms'] } as NewRequest),
  planNew(sample, asked('order/placed@9.0.0')),
  await planAdoption(contracts, ['contracts/*'], { name: 'acme', today: '2026-06-01' }),
);

describe('the first line of every document', () => {
  const documents = plan.writes.filter(
    ({ file }) => file.endsWith('.yaml') && !file.includes('/samples/'),
  );

  it.each([
    ['treaty.yaml', 'treaty'],
    ['/contract.yaml', 'contract'],
    ['/entity.yaml', 'entity'],
    ['/semantics.yaml', 'semantics'],
    ['/migration.yaml', 'migration'],
    ['schemas/parties/', 'party'],
  ] as const)('%s names the schema of its kind', (name, kind) => {
    const named = plan.writes.filter(({ file }) => file.includes(name));
    expect(named.length).toBeGreaterThan(0);
    for (const { text } of named) expect(addressIn(text)).toBe(kind);
  });

  it('is there, whatever is written', () => {
    expect(documents.length).toBeGreaterThan(8);
    for (const { file, text } of documents.filter(isDocument)) {
      expect([file, addressIn(text)]).not.toContain(undefined);
    }
    const baseline = plan.writes.find(({ file }) => file === 'treaty.baseline.json');
    expect(JSON.parse(baseline?.text ?? '')).toMatchObject({ $schema: published('baseline') });
  });
});

describe('withInstalledSchemas', () => {
  it('names what is installed, from where each document stands', () => {
    const folder = '../node_modules/@treaty/registry/documents';
    const tree = plannedTree(EMPTY, withInstalledSchemas(plan, folder));
    const first = (file: string) => new TextDecoder().decode(tree.read(file)).split('\n')[0];
    expect(first('treaty.yaml')).toBe(
      '# yaml-language-server: $schema=../node_modules/@treaty/registry/documents/treaty.schema.json',
    );
    expect(first('schemas/parcel/sent/1.0.0/semantics.yaml')).toBe(
      '# yaml-language-server: $schema=../../../../../node_modules/@treaty/registry/documents/semantics.schema.json',
    );
    expect(new TextDecoder().decode(tree.read('treaty.baseline.json'))).toContain(
      '"$schema": "../node_modules/@treaty/registry/documents/baseline.schema.json"',
    );
    expect(withInstalledSchemas(plan, undefined)).toBe(plan);
  });

  it('finds what is installed here or above, by npm or by pnpm', () => {
    const root = mkdtempSync(join(tmpdir(), 'treaty-installed-'));
    try {
      const registry = join(root, 'contracts', 'registry');
      mkdirSync(registry, { recursive: true });
      expect(installedSchemas(registry)).toBeUndefined();
      const pnpm = 'node_modules/.pnpm/node_modules/@treaty/registry/documents';
      mkdirSync(join(root, pnpm), { recursive: true });
      expect(installedSchemas(registry)).toBe(`../../${pnpm}`);
      const npm = 'node_modules/@treaty/registry/documents';
      mkdirSync(join(registry, npm), { recursive: true });
      expect(installedSchemas(registry)).toBe(npm);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

function asked(...words: string[]): NewRequest {
  const request = parseRequest(words);
  if (request === undefined) throw new Error(`not understood: ${words.join(' ')}`);
  return request;
}

/** Copies of the sample registry carry the lines of the sample registry. */
function isDocument({ file }: Write): boolean {
  return /^(treaty\.yaml|schemas\/.*\.yaml)$/.test(file);
}

function published(kind: DocumentKind): string {
  return (documentSchema(kind) as { readonly $id: string }).$id;
}

/** The kind of document whose schema the first line names. */
function addressIn(text: string): string | undefined {
  return /^# yaml-language-server: \$schema=\S*\/([a-z]+)\.schema\.json\n/.exec(text)?.[1];
}
