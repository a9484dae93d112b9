import { runChecks } from '@treaty/checks';
import { isArray, isObject, type JsonObject, type JsonValue, member, valueAt } from '@treaty/json';
import { loadRegistry, treeOf } from '@treaty/registry';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInit } from '../src/init.ts';
import { planNew } from '../src/new/plan-new.ts';
import { plannedTree } from '../src/plan.ts';
import { LIMITS, roundBound } from '../src/proposal/limits.ts';
import { type Proposal, propose } from '../src/proposal/propose.ts';
import { readPayloads } from '../src/proposal/read-payloads.ts';

const FLOW = { entity: 'order', flow: 'placed', title: 'Order placed' };

function proposed(...payloads: JsonValue[]): Proposal {
  return propose(payloads, FLOW);
}

/** The schema at a place. */
function at(proposal: Proposal, ...names: string[]): JsonValue | undefined {
  let schema: JsonValue | undefined = proposal.schema;
  for (const name of names) schema = member(member(schema, 'properties'), name);
  return schema;
}

/** An oracle of its own: nothing of Treaty's is asked. */
const oracle = new Ajv2020({ strict: false, ownProperties: true, addUsedSchema: false });
formats.default(oracle, { mode: 'full' });

function accepts(schema: JsonObject): (value: JsonValue) => boolean {
  return oracle.compile(schema) as (value: JsonValue) => boolean;
}

describe('propose', () => {
  it('requires what all have, lets null where it was seen, and merges the items of arrays', () => {
    const proposal = proposed(
      { id: 'A', note: null, lines: [{ sku: 'x', quantity: 1 }, { sku: 'y' }] },
      { id: 'B', note: 'hi', lines: [], weight: 1 },
      { id: 'C', note: 'ho', lines: [{ sku: 'z', quantity: 2 }], weight: 2.5 },
    );
    expect(proposal.schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Order placed',
      type: 'object',
      required: ['id', 'note', 'lines'],
      properties: {
        id: { type: 'string', pattern: '^[A-Za-z0-9._:-]+$', maxLength: 20 },
        note: { type: ['string', 'null'], maxLength: 20 },
        lines: {
          type: 'array',
          items: {
            type: 'object',
            required: ['sku'],
            properties: {
              sku: { type: 'string', pattern: '^[A-Za-z0-9._:-]+$', maxLength: 20 },
              quantity: { type: 'integer' },
            },
          },
          maxItems: 100,
        },
        weight: { type: 'number' },
      },
    });
  });

  it.each([
    ['date-time', ['2026-01-31T09:30:00+01:00', '2026-01-31T09:30:00.5Z'], '2026-01-31'],
    ['date', ['2026-01-31', '2024-02-29'], '2026-02-30'],
    ['uuid', ['0190a1b2-0000-4000-8000-000000000001'], 'A-1'],
    ['email', ['someone@example.com'], 'someone at example'],
    ['uri', ['https://example.com/a?b=1'], 'erp:1001'],
  ])('proposes the format %s only where every value fits', (format, values, other) => {
    const all = proposed(...values.map((x) => ({ x })));
    expect(at(all, 'x')).toMatchObject({ format });
    const some = proposed(...[...values, other].map((x) => ({ x })));
    expect(at(some, 'x')).not.toHaveProperty('format');
  });

  it('proposes a generous pattern for identifiers that have a form, and for nothing else', () => {
    const proposal = proposed({ sku: 'A-1', code: 'free text', note: 'A-1' });
    expect(at(proposal, 'sku')).toHaveProperty('pattern');
    expect(at(proposal, 'code')).not.toHaveProperty('pattern');
    expect(at(proposal, 'note')).not.toHaveProperty('pattern');
  });

  it('takes many distinct names of one form for a map, and many names of people for a record', () => {
    const stock = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`SKU-${i}`, { on: i }]));
    expect(at(proposed({ stock }, { stock: { 'SKU-99': { on: 1, due: 2 } } }), 'stock')).toEqual({
      type: 'object',
      propertyNames: { maxLength: 20 },
      additionalProperties: {
        type: 'object',
        required: ['on'],
        properties: { on: { type: 'integer' }, due: { type: 'integer' } },
      },
      maxProperties: 2000,
    });
    const words = 'a b c d e f g h i j k l m n'.split(' ').map((name) => `${name}1`);
    const record = Object.fromEntries(words.map((name) => [name, 1]));
    expect(at(proposed({ record }, { record }), 'record')).toHaveProperty('properties.a1');
  });

  it.each([
    [
      'the identifier of the entity before others',
      [
        { customerId: 'c', id: 'x', orderId: 'o-1' },
        { customerId: 'd', id: 'y', orderId: 'o-2' },
      ],
      { key: '/orderId' },
    ],
    [
      'a key that repeats, unique with its sequence',
      [
        { order: { number: 7 }, revision: 1, placed_at: '2026-01-31T09:30:00Z' },
        { order: { number: 7 }, revision: 2, placed_at: '2026-01-31T09:31:00Z' },
      ],
      {
        key: '/order/number',
        sequence: '/revision',
        idempotencyKey: ['/order/number', '/revision'],
        occurredAt: '/placed_at',
      },
    ],
    [
      'the identifier of the message for what arrives twice',
      [
        { event_id: 'a', order_id: 1 },
        { event_id: 'b', order_id: 1 },
      ],
      { key: '/order_id', idempotencyKey: ['/event_id'], sequence: undefined },
    ],
    [
      'nothing that is not in every payload, or personal',
      [{ id: 'x', email: 'a@example.com' }, { email: 'b@example.com' }],
      { key: undefined, idempotencyKey: undefined, occurredAt: undefined },
    ],
  ])('finds %s', (_, payloads, identity) => {
    expect(propose(payloads as JsonValue[], FLOW).identity).toMatchObject(identity);
  });

  it('asks what only people know, and guesses no list of choices', () => {
    const payloads = Array.from({ length: 30 }, (_, i) => ({
      id: `o-${i}`,
      status: ['placed', 'cancelled'][i % 2] as string,
      total: i + 0.5,
      shippedAt: '2026-01-31 09:30',
      createdAt: 1_767_225_600 + i,
      mixed: i % 2 === 0 ? i : 'text',
      never: null,
    }));
    const { questions, schema } = propose(payloads, FLOW);
    expect(questions).toEqual([
      'Is /id the key? It is in every payload and never twice.',
      expect.stringMatching(/^What puts the changes .* in order\?/),
      expect.stringMatching(/^What tells a payload that arrives twice/),
      expect.stringMatching(/^When did it happen\?/),
      expect.stringMatching(/^Are these amounts of money: \/total\?/),
      expect.stringMatching(/^In which currency/),
      expect.stringMatching(/^In which time zone is \/shippedAt\?/),
      expect.stringMatching(/^Is \/createdAt a moment/),
      'Why are there several types at /mixed?',
      expect.stringMatching(/^What stands at \/never/),
      expect.stringMatching(
        /^Is \/status one of a fixed list\? In 30 values .*"cancelled", "placed"/,
      ),
    ]);
    expect(JSON.stringify(schema)).not.toContain('enum');
    expect(schema).toHaveProperty('properties.never', {});
  });

  it('marks personal data, and lets none of it into the samples', () => {
    const person = { firstName: 'Ada', birthDate: '1990-05-05', emailVerified: true };
    const payload = {
      id: 'o-1',
      customer: { ...person, email: 'ada@acme.example', addresses: [{ zip: 'N1 9GU' }] },
      product: { name: 'Kettle' },
      recipient: { name: 'Ada Lovelace' },
    };
    const proposal = proposed(payload);
    const marked = ['firstName', 'birthDate', 'email', 'addresses'].map((name) =>
      at(proposal, 'customer', name),
    );
    for (const schema of [...marked, at(proposal, 'recipient', 'name')]) {
      expect(schema).toHaveProperty('x-personal-data', true);
    }
    for (const path of [['product', 'name'], ['customer', 'emailVerified'], ['id']]) {
      expect(at(proposal, ...path)).not.toHaveProperty('x-personal-data');
    }
    expect(proposal.samples).toEqual([
      {
        id: 'o-1',
        customer: {
          firstName: 'xxx',
          birthDate: '2000-01-01',
          emailVerified: true,
          email: 'someone@example.com',
          addresses: [{ zip: 'x0 0xx' }],
        },
        product: { name: 'Kettle' },
        recipient: { name: 'xxx xxxxxxxx' },
      },
    ]);
  });

  it('keeps a few distinct samples that show every attribute', () => {
    const payloads = Array.from({ length: 200 }, (_, i) => ({ id: i, [`k${i % 3}`]: true }));
    const { samples } = propose(payloads, FLOW);
    expect(samples.length).toBeLessThanOrEqual(LIMITS.samples);
    const names = samples.flatMap((sample) => Object.keys(sample as object));
    expect(new Set(names)).toEqual(new Set(['id', 'k0', 'k1', 'k2']));
  });
});

describe('whatever the payloads are', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'id',
      'orderId',
      'email',
      'name',
      'revision',
      'at',
      'total',
      '*',
      '__proto__',
      '',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('2026-01-31', '2026-02-30', '2026-01-31T09:30', '2026-01-31T23:59:60Z'),
    fc.emailAddress(),
    fc.webUrl(),
    fc.uuid(),
  );
  const { payload } = fc.letrec<{ payload: JsonValue }>((tie) => ({
    payload: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('payload'), { maxLength: 6 }),
      fc.dictionary(name, tie('payload'), { maxKeys: 5 }),
      fc.dictionary(
        fc.integer({ min: 0, max: 40 }).map((n) => `SKU-${n}`),
        text,
        { maxKeys: 20 },
      ),
    ),
  }));

  it('the proposed schema accepts every one of them, and every sample', () => {
    let objects = 0;
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 5 }), (payloads) => {
        const read = readPayloads([{ name: 'x.json', text: JSON.stringify(payloads) }]);
        const { schema, samples } = propose(read.payloads, FLOW);
        const accept = accepts(schema);
        for (const one of [...read.payloads, ...samples]) {
          objects += Number(isObject(one) || isArray(one));
          if (!accept(one))
            throw new Error(`${JSON.stringify(schema)} refuses ${JSON.stringify(one)}`);
        }
      }),
      { numRuns: 100 },
    );
    expect(objects).toBeGreaterThan(100);
  });

  it('what it makes loads, and passes check', async () => {
    const root = fc.dictionary(name, payload, { maxKeys: 4 });
    const empty = treeOf('', new Map());
    const founded = plannedTree(empty, planInit(empty, { name: 'x', owners: ['@acme/x'] }));
    await fc.assert(
      fc.asyncProperty(fc.array(root, { minLength: 1, maxLength: 4 }), async (payloads) => {
        const from = [{ name: 'x.json', text: JSON.stringify(payloads) }];
        const plan = planNew(founded, {
          what: 'flow',
          entity: 'order',
          flow: 'placed',
          producer: 'shop',
          from,
        });
        const loaded = loadRegistry(plannedTree(founded, plan));
        expect(loaded.findings).toEqual([]);
        const { identity } = loaded.registry.flows.get('order/placed')?.versions[0]?.meaning ?? {};
        for (const pointer of identity?.key ?? []) {
          for (const one of payloads) expect(valueAt(one, pointer)).toBeDefined();
        }
        const { findings } = await runChecks(loaded, {
          head: loaded.registry,
          today: '2026-11-24',
        });
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('readPayloads', () => {
  it('reads lines, arrays and single values, and says what it could not read', () => {
    const { payloads, findings, cut } = readPayloads([
      { name: 'a.ndjson', text: '\ufeff{"a":1}\r\n\n{"a":\n[1]\n' },
      { name: 'b.json', text: '[{"b":1},2]' },
      { name: 'c.json', text: '{"c":\n}' },
      { name: 'd.json', text: 'null' },
    ]);
    expect(payloads).toEqual([{ a: 1 }, [1], { b: 1 }, 2, null]);
    expect(findings.map(({ location }) => [location.file, location.line])).toEqual([
      ['a.ndjson', 3],
      ['c.json', 2],
    ]);
    expect(cut).toBe(false);
  });

  it('stops at its bounds', () => {
    const text = '1\n'.repeat(LIMITS.payloads + 1);
    const read = readPayloads([{ name: 'x.ndjson', text }]);
    expect([read.payloads.length, read.cut]).toEqual([LIMITS.payloads, true]);
    const deep = '['.repeat(LIMITS.depth + 2) + ']'.repeat(LIMITS.depth + 2);
    expect(readPayloads([{ name: 'x.json', text: deep }]).findings).toHaveLength(1);
  });

  it('takes an object with more names than anybody writes for a map', () => {
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.names + 50 }, (_, i) => [`n${'x'.repeat(i)}`, i]),
    );
    expect(proposed(many).schema).toHaveProperty('additionalProperties', { type: 'integer' });
  });
});

describe('roundBound', () => {
  it.each([
    [1, 1],
    [3, 5],
    [20, 20],
    [21, 50],
    [101, 200],
    [501, 1000],
  ])('%i: %i', (count, bound) => {
    expect(roundBound(count)).toBe(bound);
  });
});
