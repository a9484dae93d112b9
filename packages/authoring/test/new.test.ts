import { runChecks } from '@treaty/checks';
import { type FileTree, loadRegistry, treeOf } from '@treaty/registry';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planInit } from '../src/init.ts';
import { planNew } from '../src/new/plan-new.ts';
import { type NewRequest, parseRequest } from '../src/new/request.ts';
import { type Plan, plannedTree } from '../src/plan.ts';
import { openSampleRegistry } from '../src/sample-registry.ts';

const EMPTY = treeOf('empty', new Map());
const founded = plannedTree(
  EMPTY,
  planInit(EMPTY, { name: 'Acme Retail', owners: ['@acme/platform'] }),
);

function asked(...words: string[]): NewRequest {
  const request = parseRequest(words);
  if (request === undefined) throw new Error(`not understood: ${words.join(' ')}`);
  return request;
}

function files({ writes }: Plan): readonly string[] {
  return writes.map(({ file }) => file);
}

/** What `check` finds, as far as it would fail. */
async function errors(tree: FileTree): Promise<readonly string[]> {
  const loaded = loadRegistry(tree);
  const input = { head: loaded.registry, today: '2026-11-24' };
  const { findings, looked } = await runChecks(loaded, input);
  expect(looked.flows).toBeGreaterThan(0);
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

function faults(tree: FileTree): readonly string[] {
  return loadRegistry(tree).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

function rules({ findings }: Plan): readonly string[] {
  return findings.map(({ rule }) => rule);
}

describe('planInit', () => {
  it('makes a registry whose documents are in order', () => {
    expect(founded.files).toEqual([
      '.github/CODEOWNERS',
      '.github/workflows/treaty.yml',
      'treaty.yaml',
    ]);
    const { registry, findings } = loadRegistry(founded);
    expect(findings).toEqual([]);
    expect(registry.settings).toMatchObject({ name: 'acme-retail', branch: 'main' });
    expect(text(founded, '.github/CODEOWNERS')).toContain('\n*  @acme/platform\n');
  });

  it('names several owners', () => {
    const plan = planInit(EMPTY, { name: 'x', owners: ['@acme/platform', 'dana@acme.example'] });
    expect(text(plannedTree(EMPTY, plan), '.github/CODEOWNERS')).toContain(
      '\n*  @acme/platform dana@acme.example\n',
    );
  });

  it('brings the workflow: ten lines, pinned, with the history and no rights', () => {
    const workflow = text(founded, '.github/workflows/treaty.yml');
    expect(workflow.trimEnd().split('\n')).toHaveLength(10);
    expect(workflow).toMatch(/actions\/checkout@[0-9a-f]{40} /);
    expect(parse(workflow)).toMatchObject({
      on: 'pull_request',
      permissions: { contents: 'read' },
      jobs: { treaty: { steps: [{ with: { 'fetch-depth': 0 } }, { run: expect.any(String) }] } },
    });
  });

  it('writes over nothing', () => {
    const standing = treeOf('', new Map([['docs/CODEOWNERS', '* @a\n']]));
    expect(files(planInit(standing, { name: 'x' }))).not.toContain('.github/CODEOWNERS');
    expect(rules(planInit(founded, { name: 'x' }))).toEqual(['authoring/exists']);
  });

  it.each([
    [{ package: 'No Package' }],
    [{ owners: ['@acme/platform', 'platform'] }],
    [{ branch: 'a b' }],
  ])('refuses %o', (wrong) => {
    const plan = planInit(EMPTY, { name: 'x', ...wrong });
    expect(plan.writes).toEqual([]);
    expect(rules(plan)).toEqual(['authoring/name']);
  });
});

describe('parseRequest', () => {
  it.each([
    ['party erp', { what: 'party', name: 'erp' }],
    ['entity order', { what: 'entity', name: 'order' }],
    ['order/returned', { what: 'flow', entity: 'order', flow: 'returned' }],
    ['order/placed@minor', { what: 'version', entity: 'order', flow: 'placed', next: 'minor' }],
    [
      'order/placed@2.1.0',
      { what: 'version', entity: 'order', flow: 'placed', next: { version: '2.1.0' } },
    ],
    ['shared/money', { what: 'shared', name: 'money' }],
    ['shared/money@minor', { what: 'version', entity: 'shared', flow: 'money', next: 'minor' }],
  ])('reads %s', (words, request) => {
    expect(parseRequest(words.split(' '))).toEqual(request);
  });

  it.each([
    'order',
    'Order/placed',
    'a/b/c',
    'a/b@next',
    'a/b@0.1.0',
    'a/b@1@2',
    'a/b@',
    'main:a/b@minor',
    'a/b-',
    'entity parties',
    'shared/Money',
    'party a b',
    'thing x',
  ])('does not read %s', (words) => {
    expect(parseRequest(words.split(' '))).toBeUndefined();
  });
});

describe('planNew', () => {
  const request: NewRequest = {
    what: 'flow',
    entity: 'order-line',
    flow: 'returned',
    producer: 'storefront',
    consumers: ['oms', 'crm'],
  };

  it('makes a flow with everything that it needs', () => {
    const plan = planNew(founded, request);
    expect(plan.findings).toEqual([]);
    expect(files(plan)).toEqual([
      'schemas/parties/storefront.yaml',
      'schemas/parties/oms.yaml',
      'schemas/parties/crm.yaml',
      'schemas/order-line/entity.yaml',
      'schemas/order-line/returned/contract.yaml',
      'schemas/order-line/returned/1.0.0/schema.json',
      'schemas/order-line/returned/1.0.0/semantics.yaml',
      'schemas/order-line/returned/1.0.0/samples/valid/first.json',
      'schemas/order-line/returned/1.0.0/samples/invalid/before-the-first-revision.minimum.json',
    ]);
    const tree = plannedTree(founded, plan);
    expect(faults(tree)).toEqual([]);
    const flow = loadRegistry(tree).registry.flows.get('order-line/returned');
    expect(flow?.agreement.consumers.map(({ party }) => party)).toEqual(['oms', 'crm']);
    expect(flow?.versions[0]?.meaning?.identity.key).toEqual(['/orderLineId']);
  });

  it('makes what passes check: on the empty registry, and on the sample', async () => {
    const small = plannedTree(founded, planNew(founded, request));
    expect(await errors(small)).toEqual([]);
    // One registry with all of it: a check of the sample registry takes seconds.
    let sample = openSampleRegistry();
    for (const next of [
      asked('order/mislaid'),
      { ...request, producer: 'crm' },
      ...['order/placed@2.1.0', 'order/placed@2.0.1', 'price/changed@2.0.0'].map((id) => asked(id)),
    ]) {
      const plan = planNew(sample, next);
      expect(plan.writes.length).toBeGreaterThan(0);
      sample = plannedTree(sample, plan);
    }
    // Its treaty.yaml begins sections that only people can finish, of each flow.
    const unsaid =
      /^order\S+ (.* names no party under responsible|retries, and does not say within)/;
    expect((await errors(sample)).filter((message) => !unsaid.test(message))).toEqual([]);
    const { nextSteps } = planNew(openSampleRegistry(), asked('order/mislaid'));
    expect(nextSteps.join(' ')).toContain('treaty.yaml begins delivery and incident');
  });

  it('does not guess who sends', () => {
    expect(rules(planNew(founded, asked('order/returned')))).toEqual(['authoring/no-system']);
    expect(rules(planNew(founded, asked('entity', 'order')))).toEqual(['authoring/no-system']);
  });

  it.each([
    { ...request, producer: '../../x' },
    { ...request, consumers: ['oms', 'A'] },
    { what: 'entity', name: 'order', record: 'a b' },
  ] satisfies NewRequest[])('refuses names that the registry does not read: %o', (wrong) => {
    const plan = planNew(founded, wrong);
    expect([plan.writes, rules(plan)]).toEqual([[], ['authoring/name']]);
  });

  it('asks again where the system of record is not known', () => {
    const entity = {
      file: 'schemas/stock/entity.yaml',
      text: 'title: Stock\ntruth: { "": unknown }\n',
    };
    const tree = plannedTree(founded, { writes: [entity], moves: [] });
    expect(rules(planNew(tree, asked('stock/adjusted')))).toEqual(['authoring/no-system']);
  });

  it('lets who creates the entity send, and writes nothing that stands', () => {
    const sample = openSampleRegistry();
    const plan = planNew(sample, asked('order/returned'));
    expect(files(plan)).not.toContain('schemas/order/entity.yaml');
    const tree = plannedTree(sample, plan);
    const { registry, findings } = loadRegistry(tree);
    expect(findings).toEqual([]);
    expect(registry.flows.get('order/returned')?.agreement).toMatchObject({
      producer: 'storefront',
      copies: [],
    });
  });

  it('lists as copies what another system masters', () => {
    const plan = planNew(openSampleRegistry(), {
      ...request,
      entity: 'order',
      producer: 'crm',
    });
    const tree = plannedTree(openSampleRegistry(), plan);
    expect(loadRegistry(tree).registry.flows.get('order/returned')?.agreement.copies).toEqual([
      '/orderId',
      '/revision',
      '/occurredAt',
    ]);
  });

  it('makes parties and entities', () => {
    const party = planNew(founded, { what: 'party', name: 'erp-vendor', kind: 'vendor' });
    const entity = planNew(plannedTree(founded, party), {
      what: 'entity',
      name: 'price',
      record: 'erp',
      title: 'Price: what it costs # now',
    });
    const tree = plannedTree(plannedTree(founded, party), entity);
    const { registry, findings } = loadRegistry(tree);
    expect(findings).toEqual([]);
    expect(registry.parties.get('erp-vendor')).toMatchObject({
      kind: 'vendor',
      title: 'Erp vendor',
    });
    expect(registry.entities.get('price')?.title).toBe('Price: what it costs # now');
    expect(rules(planNew(tree, asked('party', 'erp')))).toEqual(['authoring/exists']);
  });

  it('copies the highest version below the next one', () => {
    const sample = openSampleRegistry();
    const plan = planNew(sample, asked('order/placed@2.1.0'));
    const [from, to] = ['schemas/order/placed/2.0.0/', 'schemas/order/placed/2.1.0/'];
    const expected = sample.files
      .filter((file) => file.startsWith(from) && !file.endsWith('migration.yaml'))
      .map((file) => file.replace(from, to));
    expect(files(plan)).toEqual(expected);
    expect(plan.writes.map(({ text: written }) => written)).toEqual(
      expected.map((file) => text(sample, file.replace(to, from))),
    );
    expect(faults(plannedTree(sample, plan))).toEqual([]);
    const patch = planNew(sample, asked('order/placed@1.0.1'));
    expect(patch.writes[0]?.text).toBe(
      text(sample, (patch.writes[0]?.file ?? '').replace('/1.0.1/', '/1.0.0/')),
    );
  });

  it('gives a major the stub of its migration', () => {
    const sample = openSampleRegistry();
    const plan = planNew(sample, asked('price/changed@2.0.0'));
    const tree = plannedTree(sample, plan);
    expect(faults(tree)).toEqual([]);
    const version = loadRegistry(tree).registry.flows.get('price/changed')?.versions.at(-1);
    expect(version?.migration?.value).toEqual({ from: '1.1.0', operations: [] });
  });

  it('makes shared definitions, and copies the newest for the next version', () => {
    const sample = openSampleRegistry();
    const money = loadRegistry(sample).registry.shared.get('shared/money');
    const newest = money?.versions.at(-1)?.version ?? '';
    const plan = planNew(sample, asked('shared/money@major'));
    expect(files(plan)).toEqual([`schemas/shared/money/${Number(newest[0]) + 1}.0.0/schema.json`]);
    expect(plan.writes[0]?.text).toBe(text(sample, `schemas/shared/money/${newest}/schema.json`));
    const weight = plannedTree(plannedTree(sample, plan), planNew(sample, asked('shared/weight')));
    const { registry, findings } = loadRegistry(weight);
    expect(findings).toEqual([]);
    expect(registry.shared.get('shared/weight')?.versions.map((one) => one.version)).toEqual([
      '1.0.0',
    ]);
    expect(rules(planNew(weight, asked('shared/weight')))).toEqual(['authoring/exists']);
    expect(rules(planNew(weight, asked('shared/weight@minor')))).toEqual([
      'authoring/draft-in-work',
    ]);
    expect(rules(planNew(weight, asked('shared/volume@minor')))).toEqual(['authoring/missing']);
  });

  it('refuses what stands, what is not there, and a draft upon a draft', () => {
    const sample = openSampleRegistry();
    expect(rules(planNew(sample, asked('order/placed')))).toEqual(['authoring/exists']);
    expect(rules(planNew(sample, asked('order/placed@2.0.0')))).toEqual(['authoring/exists']);
    expect(rules(planNew(sample, asked('order/lost@minor')))).toEqual(['authoring/missing']);
    expect(rules(planNew(EMPTY, asked('party', 'erp')))).toEqual(['authoring/missing']);
    const draft = plannedTree(founded, planNew(founded, request));
    expect(rules(planNew(draft, asked('order-line/returned@minor')))).toEqual([
      'authoring/draft-in-work',
    ]);
    expect(rules(planNew(draft, asked('order-line/returned@1.1.0')))).toEqual([]);
  });
});

function text(tree: FileTree, file: string): string {
  return new TextDecoder().decode(tree.read(file));
}
