import type { JsonObject, JsonValue } from '@treaty/json';
import { describe, expect, test } from 'vitest';
import { compare, type Direction, type Impact, impactOf } from '../src/index.ts';
import { flowOf, registryOf, versionOf } from './flows.ts';

const question = { writer: 'closed', formats: 'assert' } as const;

/** Who breaks when 1.0.0 becomes 1.1.0 and crm reads only some attributes. */
async function impact(
  [from, to]: readonly [JsonValue, JsonValue],
  attributes: readonly string[],
  direction: Direction = 'backward',
): Promise<Impact> {
  const agreement = { consumers: { crm: { '^1.0.0': [...attributes] } } };
  const versions = { '1.0.0': { schema: from }, '1.1.0': { schema: to } };
  const flow = flowOf(registryOf({ versions, agreement, truth: { '': 'storefront' } }));
  const draft = versionOf(flow, '1.1.0');
  const comparison = await compare(draft, versionOf(flow, '1.0.0'), direction, question);
  expect(comparison.verdict.verdict).toBe('not-contained');
  return impactOf(comparison, draft, flow, question);
}

const breaks = { breaks: ['crm'], spared: [] };
const spares = { breaks: [], spared: ['crm'] };

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const text = { type: 'string' };
const whole = { type: 'integer' };
const customer = (id: JsonObject): JsonObject =>
  object({ id: text, customer: object({ id, name: text }) });
const lines = (sku: JsonObject, total: JsonObject): JsonObject =>
  object({ lines: { type: 'array', items: object({ sku, total }) } });
const list = (items: JsonValue, more: JsonObject = {}): JsonObject =>
  object({ lines: { type: 'array', items, ...more } });
const referring = (id: JsonObject): JsonObject => ({
  ...object({ id: text, customer: { $ref: '#/$defs/customer' } }),
  $defs: { customer: object({ id, name: text }) },
});
const recursive = (name: JsonObject, code: JsonObject): JsonObject => ({
  $ref: '#/$defs/node',
  $defs: { node: object({ name, code, child: { $ref: '#/$defs/node' } }) },
});
const payment = (card: JsonObject, invoice: JsonObject): JsonObject =>
  object({
    id: text,
    payment: {
      oneOf: [
        object({ method: { const: 'card' }, ...card }, { required: ['method'] }),
        object({ method: { const: 'invoice' }, ...invoice }, { required: ['method'] }),
      ],
    },
  });
const dictionary = (values: JsonObject): JsonObject =>
  object({ id: text, stock: { type: 'object', additionalProperties: values } });
const byPattern = (values: JsonObject): JsonObject =>
  object({ id: text, stock: { type: 'object', patternProperties: { '^[a-z]+$': values } } });

describe('a consumer that reads only what it names is broken by a change', () => {
  type Row = readonly [
    what: string,
    change: readonly [JsonValue, JsonValue],
    named: readonly string[],
    outcome: Impact,
  ];
  test.each<Row>([
    ['of what it names', [customer(text), customer(whole)], ['/customer/id'], breaks],
    ['beside what it names', [customer(text), customer(whole)], ['/id', '/customer/name'], spares],
    ['inside of what it names', [customer(text), customer(whole)], ['/customer'], breaks],
    ['of anything, when it names the root', [customer(text), customer(whole)], [''], breaks],
    [
      'above what it names',
      [customer(text), object({ id: text, customer: text })],
      ['/customer/id'],
      breaks,
    ],
    ['in each item of a list', [lines(text, text), lines(text, whole)], ['/lines/*/total'], breaks],
    ['in one item of a list', [lines(text, text), lines(text, whole)], ['/lines/0/total'], breaks],
    ['beside it in each item', [lines(text, text), lines(text, whole)], ['/lines/*/sku'], spares],
    [
      'of how many items there are',
      [list(text), list(text, { maxItems: 3 })],
      ['/lines/*'],
      breaks,
    ],
    [
      'that requires what it names',
      [object({ id: text, a: text }), object({ id: text, a: text }, { required: ['a'] })],
      ['/a'],
      breaks,
    ],
    [
      'that requires something else',
      [object({ id: text, a: text }), object({ id: text, a: text }, { required: ['a'] })],
      ['/id'],
      spares,
    ],
    [
      'that refuses what was declared beside it',
      [object({ id: text, a: text }), object({ id: text }, { additionalProperties: false })],
      ['/id'],
      spares,
    ],
    [
      'that refuses what it names',
      [object({ id: text, a: text }), object({ id: text }, { additionalProperties: false })],
      ['/a'],
      breaks,
    ],
    [
      'of how many members there may be',
      [object({ id: text, a: text }), object({ id: text, a: text }, { maxProperties: 1 })],
      ['/id'],
      spares,
    ],
    ['behind a reference', [referring(text), referring(whole)], ['/customer/id'], breaks],
    [
      'beside it behind a reference',
      [referring(text), referring(whole)],
      ['/customer/name'],
      spares,
    ],
    [
      'of a part of itself',
      [recursive(text, text), recursive(text, whole)],
      ['/child/child/code'],
      breaks,
    ],
    [
      'beside it in a part of itself',
      [recursive(text, text), recursive(text, whole)],
      ['/child/name'],
      spares,
    ],
    ['of all below', [recursive(text, text), recursive(text, whole)], ['/child'], breaks],
    [
      'in the branch that it names',
      [payment({ pan: text }, {}), payment({ pan: whole }, {})],
      ['/payment/pan'],
      breaks,
    ],
    [
      'beside it in the branch',
      [payment({ pan: text, till: text }, {}), payment({ pan: text, till: whole }, {})],
      ['/payment/pan'],
      spares,
    ],
    [
      'of what tells the branches apart',
      [
        payment({ pan: text }, {}),
        object({
          id: text,
          payment: object({ method: { const: 'card' }, pan: text }, { required: ['method'] }),
        }),
      ],
      ['/payment/pan'],
      breaks,
    ],
    [
      'of what tells them apart, when it reads none',
      [payment({ pan: text }, {}), object({ id: text, payment: text })],
      ['/id'],
      spares,
    ],
    ['of each value of a dictionary', [dictionary(text), dictionary(whole)], ['/stock/*'], breaks],
    [
      'of one value of a dictionary',
      [dictionary(text), dictionary(whole)],
      ['/stock/shop'],
      breaks,
    ],
    ['beside a dictionary', [dictionary(text), dictionary(whole)], ['/id'], spares],
    ['of names by pattern', [byPattern(text), byPattern(whole)], ['/stock/*'], breaks],
    ['of one name by pattern', [byPattern(text), byPattern(whole)], ['/stock/shop'], breaks],
    ['beside names by pattern', [byPattern(text), byPattern(whole)], ['/id'], spares],
    [
      'on the way to which stands what cannot be restricted',
      [
        { ...customer(text), not: { required: ['a'] } },
        { ...customer(whole), not: { required: ['a'] } },
      ],
      ['/id'],
      breaks,
    ],
    [
      'in a document with names of its own',
      [
        { ...customer(text), $defs: { a: { $anchor: 'a' } } },
        { ...customer(whole), $defs: { a: { $anchor: 'a' } } },
      ],
      ['/id'],
      breaks,
    ],
  ])('%s', async (_, change, named, outcome) => {
    expect(await impact(change, named)).toEqual(outcome);
  });
});

test('forward, whoever reads the released version is asked about it', async () => {
  const change = [customer(text), customer({ type: ['string', 'integer'] })] as const;
  expect(await impact(change, ['/customer/id'], 'forward')).toEqual(breaks);
  expect(await impact(change, ['/id'], 'forward')).toEqual(spares);
});

describe('whoever reads neither version is neither broken nor spared', () => {
  const versions = { '1.1.0': { schema: customer(text) }, '1.2.0': { schema: customer(whole) } };
  const agreement = {
    consumers: { oms: { '^1.0.0': 'all' }, crm: { '1.1.0': 'all' }, wms: { '^2.0.0': 'all' } },
  } satisfies JsonObject;
  const flow = flowOf(registryOf({ versions, agreement }));
  const draft = versionOf(flow, '1.2.0');

  test.each([
    ['backward', ['oms']], // who will read the draft
    ['forward', ['oms', 'crm']], // who reads what is released
  ] as const)('%s', async (direction, expected) => {
    const comparison = await compare(draft, versionOf(flow, '1.1.0'), direction, question);
    expect(await impactOf(comparison, draft, flow, question)).toEqual({
      breaks: expected,
      spared: [],
    });
  });
});
