import { runChecks } from '@treaty/checks';
import {
  type FileTree,
  loadRegistry,
  type Registry,
  treeOf,
  versionDigest,
} from '@treaty/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdoptionOptions, arrange } from '../src/adoption/arrange.ts';
import { planAdoption } from '../src/adoption/plan-adoption.ts';
import { matchGlob } from '../src/glob.ts';
import { NOTHING, type Plan, plannedTree } from '../src/plan.ts';

const OPTIONS: AdoptionOptions = { name: 'acme', today: '2026-06-01' };
const PATTERN = 'contracts/**/*';

/** A schema in the words of an existing repository. */
function schema(properties: Record<string, unknown>, more: Record<string, unknown> = {}): string {
  const required = Object.keys(properties).slice(0, 1);
  return JSON.stringify({ type: 'object', required, properties, ...more }, undefined, 2);
}

const ID = { type: 'string' };
const REPOSITORY = {
  'README.md': '# Contracts\n',
  'contracts/order-placed.v1.json': schema({ orderId: ID, channel: { enum: ['web', 'app'] } }),
  'contracts/order-placed.v2.json': schema(
    { orderId: ID, customer: { type: 'object' } },
    { title: 'Order placed', $schema: 'http://json-schema.org/draft-07/schema#' },
  ),
  'contracts/price/changed/1.0.0/schema.json': schema({ sku: ID }),
  'contracts/price/changed/1.2.0/schema.json': schema({ sku: ID, until: ID }),
  'contracts/price/changed/1.2.0/example.json': '{ "sku": "A-1" }',
  'contracts/orders.create/2024-01.json': schema({ id: ID }),
  'contracts/orders.create/2024-04.json': schema({ id: ID, note: ID }),
  'contracts/customer.json': schema({ id: ID }, { definitions: { a: true } }),
  'contracts/com.acme/stock_adjusted/jsonschema/1-0-2': schema({ sku: ID }),
  'contracts/broken.json': '{ "type": ',
  'contracts/old.json': schema({ id: ID }, { $schema: 'http://json-schema.org/draft-03/schema#' }),
  'contracts/legacy/order.yaml': 'type: object\nproperties: { id: {} }\n',
  'contracts/openapi.json': '{ "openapi": "3.1.0" }',
};

function repository(files: Record<string, string>): FileTree {
  return treeOf('repository', new Map(Object.entries(files)));
}

function registryOf(tree: FileTree): Registry {
  return loadRegistry(tree).registry;
}

async function check(tree: FileTree) {
  const loaded = loadRegistry(tree);
  return runChecks(loaded, { head: loaded.registry, today: '2026-06-02' });
}

describe('planAdoption', () => {
  const standing = repository(REPOSITORY);

  it('moves schemas to where their names say, and numbers them', async () => {
    const plan = await planAdoption(standing, [PATTERN], OPTIONS);
    const moves = Object.fromEntries(plan.moves.map(({ from, to }) => [from, to]));
    expect(moves).toEqual({
      'contracts/order-placed.v1.json': 'schemas/order/placed/1.0.0/schema.json',
      'contracts/order-placed.v2.json': 'schemas/order/placed/2.0.0/schema.json',
      'contracts/price/changed/1.0.0/schema.json': 'schemas/price/changed/1.0.0/schema.json',
      'contracts/price/changed/1.2.0/schema.json': 'schemas/price/changed/1.2.0/schema.json',
      'contracts/orders.create/2024-01.json': 'schemas/orders/create/1.0.0/schema.json',
      'contracts/orders.create/2024-04.json': 'schemas/orders/create/1.1.0/schema.json',
      'contracts/customer.json': 'schemas/customer/described/1.0.0/schema.json',
      'contracts/com.acme/stock_adjusted/jsonschema/1-0-2':
        'schemas/stock/adjusted/1.0.2/schema.json',
    });
    expect(plan.findings.map(({ rule, location }) => `${location.file} ${rule}`).sort()).toEqual([
      'contracts/broken.json adoption/unreadable',
      'contracts/legacy/order.yaml adoption/no-schema',
      'contracts/old.json adoption/dialect-unknown',
      'contracts/openapi.json adoption/no-schema',
      'contracts/price/changed/1.2.0/example.json adoption/no-schema',
    ]);
    const broken = plan.findings.find(({ rule }) => rule === 'adoption/unreadable');
    expect(broken?.location).toMatchObject({ line: 1, column: 11 });
  });

  it('locks what it moved, as of today, in a chain', async () => {
    const plan = await planAdoption(standing, [PATTERN], OPTIONS);
    const flow = registryOf(plannedTree(standing, plan)).flows.get('price/changed');
    expect(flow?.lock.map(({ version, released, class: one }) => [version, released, one])).toEqual(
      [
        ['1.0.0', '2026-06-01', 'major'],
        ['1.2.0', '2026-06-01', 'minor'],
      ],
    );
    expect(flow?.lock.map(({ digest }) => digest)).toEqual(flow?.versions.map(versionDigest));
    expect(flow?.lock[1]?.previous).toMatch(/^sha256:/);
  });

  it('is green on the day of adoption', async () => {
    const plan = await planAdoption(standing, [PATTERN], OPTIONS);
    const result = await check(plannedTree(standing, plan));
    expect(result.findings).toEqual([]);
    expect(result.looked).toMatchObject({ flows: 5, versions: 8 });
  });

  it('judges nothing of what it adopts, in the pull request that adopts', async () => {
    const plan = await planAdoption(standing, [PATTERN], OPTIONS);
    const loaded = loadRegistry(plannedTree(standing, plan));
    const base = registryOf(standing);
    const { findings } = await runChecks(loaded, {
      head: loaded.registry,
      against: { base, mergeBase: base, since: '2026-11-01' },
      today: OPTIONS.today,
    });
    expect(findings).toEqual([]);
  });

  it('lists the parties that nobody named, until somebody does', async () => {
    const plan = await planAdoption(standing, [PATTERN], OPTIONS);
    const tree = plannedTree(standing, plan);
    const rules = new Set(registryOf(tree).baseline?.findings.map(({ rule }) => rule));
    expect([...rules]).toEqual(['party/unknown']);
    expect(tree.files.filter((file) => file.startsWith('schemas/parties/'))).toEqual([]);
    const named = await planAdoption(standing, [PATTERN], {
      ...OPTIONS,
      producer: 'shop',
      consumers: ['oms', 'crm'],
    });
    expect(registryOf(plannedTree(standing, named)).baseline).toBeUndefined();
    expect((await check(plannedTree(standing, named))).findings).toEqual([]);
    expect(named.nextSteps.join(' ')).not.toContain('Say who');
  });

  it('is red when the next edit breaks what was adopted, and names the consumer', async () => {
    const adopted = await planAdoption(standing, [PATTERN], { ...OPTIONS, consumers: ['oms'] });
    const base = plannedTree(standing, adopted);
    const file = 'schemas/order/placed/1.0.0/schema.json';
    const text = new TextDecoder().decode(base.read(file)).replace('"web",', '');
    const head = plannedTree(base, write(file, text));
    const loaded = loadRegistry(head);
    const mergeBase = registryOf(base);
    const { findings } = await runChecks(loaded, {
      head: loaded.registry,
      against: { base: mergeBase, mergeBase, since: '2026-11-01' },
      today: '2026-06-02',
    });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      rule: 'lock/released-version-changed',
      affects: ['oms'],
      witness: { channel: 'web' },
    });
    expect(errors[0]?.location).toMatchObject({ file, pointer: '/properties/channel/enum' });
  });

  it('judges the next version against what was adopted', async () => {
    const adopted = await planAdoption(standing, [PATTERN], { ...OPTIONS, consumers: ['oms'] });
    const base = plannedTree(standing, adopted);
    const text = schema({ orderId: ID, customer: { type: 'string' } });
    const head = plannedTree(base, write('schemas/order/placed/2.1.0/schema.json', text));
    const { findings } = await check(head);
    expect(findings.map(({ rule }) => rule)).toContain('compatibility/backward-broken');
  });

  it('copies what a schema refers to into it, and leaves the definitions', async () => {
    const files = {
      'contracts/order/placed.v1.json': schema(
        {
          total: { $ref: '../common/money.json' },
          tax: { $ref: '../common/money.json#/properties/amount' },
          line: { $ref: '#/definitions/line' },
        },
        {
          $schema: 'http://json-schema.org/draft-07/schema#',
          definitions: { line: { items: { $ref: './placed.v1.json' } } },
        },
      ),
      'contracts/common/money.json': schema(
        {
          amount: { type: 'integer' },
          currency: { $ref: 'currency.json#/definitions/code' },
          again: { $ref: '#/properties/amount' },
        },
        { $id: 'https://acme.example/money.json' },
      ),
      'contracts/common/currency.json': schema(
        {},
        {
          $schema: 'http://json-schema.org/draft-07/schema#',
          definitions: { code: { type: 'string', pattern: '^[A-Z]{3}$' } },
        },
      ),
    };
    const plan = await planAdoption(repository(files), [PATTERN], OPTIONS);
    expect(plan.findings.map(({ rule, location }) => `${location.file} ${rule}`).sort()).toEqual([
      'contracts/common/currency.json adoption/definition',
      'contracts/common/money.json adoption/definition',
    ]);
    const tree = plannedTree(repository(files), plan);
    const flow = registryOf(tree).flows.get('order/placed');
    expect(flow?.versions[0]?.schema.value).toMatchObject({
      properties: {
        total: { $ref: '#/definitions/money' },
        tax: { $ref: '#/definitions/money/properties/amount' },
        line: { $ref: '#/definitions/line' },
      },
      definitions: {
        line: { items: { $ref: '#' } },
        money: {
          properties: {
            currency: { $ref: '#/definitions/currency/definitions/code' },
            again: { $ref: '#/definitions/money/properties/amount' },
          },
        },
      },
    });
    expect(JSON.stringify(flow?.versions[0]?.schema.value)).not.toContain('acme.example');
    expect((await check(tree)).findings).toEqual([]);
  });

  it('follows anchors into other files, and leaves alone what would not be the same there', async () => {
    const money = schema({}, { $defs: { code: { $anchor: 'code', type: 'string' } } });
    const files = {
      'contracts/order-placed.json': schema({ currency: { $ref: 'money.json#code' } }),
      'contracts/order-shipped.json': schema({ lines: { $dynamicRef: 'money.json#code' } }),
      'contracts/money.json': money,
    };
    const plan = await planAdoption(repository(files), [PATTERN], OPTIONS);
    const { flows } = registryOf(plannedTree(repository(files), plan));
    expect(flows.get('order/placed')?.versions[0]?.schema.value).toMatchObject({
      properties: { currency: { $ref: '#/$defs/money/$defs/code' } },
    });
    expect(plan.findings.map(({ rule, location }) => `${location.file} ${rule}`)).toContain(
      'contracts/order-shipped.json adoption/refers-outside',
    );
  });

  it('writes draft-04 in a dialect that a registry reads, and says what it changed', async () => {
    const draft04 = { $schema: 'http://json-schema.org/draft-04/schema#' };
    const total = { type: 'number', minimum: 0, exclusiveMinimum: true };
    const files = {
      'contracts/order-placed.json': schema({ total, by: { $ref: 'party.json' } }, draft04),
      'contracts/party.json': schema(
        { id: ID },
        { ...draft04, id: 'http://acme.example/party.json' },
      ),
    };
    const plan = await planAdoption(repository(files), [PATTERN], OPTIONS);
    const told = plan.findings.map(
      ({ rule, location }) => `${rule} ${location.file}:${location.line}`,
    );
    expect(told).toEqual([
      'adoption/definition contracts/party.json:1',
      'adoption/upgraded contracts/order-placed.json:16',
      'adoption/upgraded contracts/order-placed.json:10',
      'adoption/upgraded contracts/party.json:11',
      'adoption/upgraded contracts/party.json:12',
    ]);
    const tree = plannedTree(repository(files), plan);
    const [version] = registryOf(tree).flows.get('order/placed')?.versions ?? [];
    expect(version?.schema.value).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: {
        total: { type: 'number', exclusiveMinimum: 0 },
        by: { $ref: '#/definitions/party' },
      },
    });
    expect((await check(tree)).findings).toEqual([]);
  });

  it('says so where a reference leaves the repository', async () => {
    const plan = await arrange(
      repository({ 'contracts/a-b.json': schema({ x: { $ref: 'https://acme.example/x.json' } }) }),
      [PATTERN],
      OPTIONS,
    );
    expect(plan.moves).toHaveLength(1);
    expect(plan.findings.map(({ rule, location }) => [rule, location.line])).toEqual([
      ['adoption/refers-outside', 8],
    ]);
  });

  it('keeps both of two that would be the same version, and says so', async () => {
    const files = {
      'contracts/order-placed.json': schema({ a: ID }),
      'contracts/order-placed.v1.json': schema({ b: ID }),
      'contracts/order/placed/1.0.json': schema({ c: ID }),
    };
    const plan = await arrange(repository(files), [PATTERN], OPTIONS);
    expect(plan.moves).toEqual([
      { from: 'contracts/order-placed.v1.json', to: 'schemas/order/placed/1.0.0/schema.json' },
    ]);
    expect(plan.findings.map(({ rule }) => rule)).toEqual([
      'adoption/version-taken',
      'adoption/version-taken',
    ]);
  });

  it('adds to a registry that stands, without a baseline and without touching it', async () => {
    const first = plannedTree(standing, await planAdoption(standing, [PATTERN], OPTIONS));
    const more = plannedTree(first, write('events/order-placed.v3.json', schema({ z: ID })));
    const plan = await planAdoption(more, ['{events,schemas}/**/*.json'], OPTIONS);
    expect(plan.moves).toEqual([
      { from: 'events/order-placed.v3.json', to: 'schemas/order/placed/3.0.0/schema.json' },
    ]);
    expect(plan.writes.map(({ file }) => file)).toEqual(['schemas/order/placed/contract.lock']);
    const flow = registryOf(plannedTree(more, plan)).flows.get('order/placed');
    expect(flow?.lock.map(({ version }) => version)).toEqual(['1.0.0', '2.0.0', '3.0.0']);
  });

  it('refuses to found a registry of nothing', async () => {
    const plan = await planAdoption(standing, ['nowhere/*.json'], OPTIONS);
    expect([plan.writes, plan.moves]).toEqual([[], []]);
    expect(plan.findings.map(({ rule }) => rule)).toEqual(['adoption/nothing-found']);
  });

  it.each([{ producer: 'My Shop' }, { consumers: ['a/b'] }, { entity: 'shared' }])(
    'refuses names that the registry does not read: %o',
    async (wrong) => {
      const plan = await planAdoption(standing, [PATTERN], { ...OPTIONS, ...wrong });
      expect(plan.findings.map(({ rule }) => rule)).toEqual(['authoring/name']);
    },
  );
});

describe('arrange', () => {
  const name = fc.constantFrom(
    'order',
    'orders',
    'placed',
    'order-placed',
    'v1',
    '1.0',
    '2024-01',
    'schema',
    'shared',
    'X',
    '0.2.0',
  );
  const path = fc
    .array(name, { minLength: 1, maxLength: 4 })
    .map((parts) => `contracts/${parts.join('/')}.json`);
  const content = fc.constantFrom(
    schema({ id: ID }),
    schema({ id: { $ref: 'order.json' } }),
    schema({ id: ID }, { title: 'Price changed' }),
    '{}',
    '{ "type',
    'true',
    '',
  );

  it('loses no file: each is moved to a place of its own, or a finding says why not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, content, { minKeys: 1, maxKeys: 12 }), async (files) => {
        const standing = repository(files);
        const plan = await arrange(standing, [PATTERN], OPTIONS);
        const founded = plan.writes.length > 0;
        const after = plannedTree(standing, plan);
        const moved = new Map(plan.moves.map(({ from, to }) => [from, to]));
        const told = new Set(plan.findings.map(({ location }) => location.file));
        expect(new Set(moved.values()).size).toBe(moved.size);
        for (const [file, text] of Object.entries(files)) {
          const place = moved.get(file) ?? file;
          expect(moved.has(file) || told.has(file) || !matchGlob(PATTERN, file)).toBe(true);
          const written = plan.writes.some((one) => one.file === place);
          if (!written) expect(new TextDecoder().decode(after.read(place))).toBe(text);
        }
        if (!founded) expect(told).toContain('treaty.yaml');
        for (const flow of registryOf(after).flows.values()) {
          expect(flow.lock.map(({ version }) => version)).toEqual(
            flow.versions.map(({ version }) => version),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});

function write(file: string, text: string): Plan {
  return { ...NOTHING, writes: [{ file, text }] };
}
