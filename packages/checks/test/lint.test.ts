import { loadRegistry, treeOf } from '@treaty/registry';
import { expect, test } from 'vitest';
import { runChecks } from '../src/index.ts';

/** The lints that a single attribute of a first draft meets; its description is given. */
async function lintsOf(name: string, schema: object, beside: object = {}): Promise<string[]> {
  const file = 'schemas/order/placed/1.0.0/schema.json';
  const text = JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Order placed',
    type: 'object',
    properties: { ...beside, [name]: { description: 'What it is.', ...schema } },
  });
  const files = new Map([
    ['treaty.yaml', 'version: 1\nname: shop\n'],
    ['schemas/order/placed/contract.yaml', 'title: T\nproducer: a\nconsumers: {}\n'],
    [file, text],
  ]);
  const loaded = loadRegistry(treeOf('memory', files));
  const { findings } = await runChecks(loaded, { head: loaded.registry, today: '2026-11-24' });
  return findings.flatMap(({ rule }) => (rule.startsWith('lint/') ? [rule.slice(5)] : []));
}

const text = { type: 'string' };
const short = { type: 'string', maxLength: 40 };
const whole = { type: 'integer' };
const number = { type: 'number' };
const flag = { type: 'boolean' };
const currency = { currency: { description: 'ISO 4217.', enum: ['EUR', 'SEK', 'DKK'] } };

test.each<[name: string, schema: object, lints: readonly string[], beside?: object]>([
  ['unitPrice', number, ['money-not-integer'], currency],
  ['unit_price', whole, ['money-without-currency']],
  ['unitPriceEur', whole, []],
  ['total', { type: 'string', pattern: '^[0-9]{1,9}[.][0-9]{2}$' }, [], currency],
  ['taxRate', number, []],
  ['totalQuantity', number, []],
  ['weight', number, []],
  ['placedAt', short, ['timestamp-without-offset']],
  ['placedAt', { type: 'string', format: 'date-time' }, []],
  ['placedAt', { ...short, pattern: '^[0-9T:-]{19}([+-][0-9:]{5}|Z)$' }, []],
  ['placedAt', { type: 'string', pattern: '^[0-9]+T[A-Z]$' }, ['timestamp-without-offset']],
  ['validFrom', { type: 'string', format: 'date' }, []],
  ['flat', short, []],
  ['note', text, ['unbounded-string']],
  ['note', { type: 'string', pattern: '^[a-z]+$' }, ['unbounded-string']],
  ['note', { type: 'string', pattern: '^[a-z]{1,9}$' }, []],
  ['link', { type: 'string', format: 'uri' }, ['unbounded-string']],
  ['anything', {}, []],
  ['lines', { type: 'array', items: whole }, ['unbounded-array']],
  ['pair', { type: 'array', prefixItems: [whole, whole], items: false }, []],
  ['returnReason', { enum: ['a', 'b', 'c'] }, ['enum-without-escape']],
  ['returnReason', { enum: ['a', 'b', 'other'] }, []],
  ['returnReason', { enum: ['a', 'b'] }, []],
  ['status', { enum: ['placed', 'paid', 'shipped'] }, []],
  ['customerEmail', { type: 'string', format: 'email' }, ['personal-data-unmarked']],
  ['customerEmail', { type: 'string', format: 'email', 'x-personal-data': true }, []],
  ['storeEmail', { type: 'string', format: 'email' }, []],
  ['streetlight', short, []],
  ['sku', short, ['identifier-without-pattern']],
  ['orderIds', { type: 'array', maxItems: 9, items: short }, ['identifier-without-pattern']],
  ['orderId', { type: 'string', format: 'uuid' }, []],
  ['paid', flag, []],
  ['isPaid', flag, ['states-as-booleans'], { isShipped: { description: 'Gone.', ...flag } }],
  ['isGift', flag, [], { isShipped: { description: 'Gone.', ...flag } }],
  ['date', { type: 'string', format: 'date' }, ['name-ambiguous']],
  ['status2', { enum: ['a', 'b'] }, ['name-ambiguous']],
  ['addressLine2', { ...short, 'x-personal-data': true }, []],
  ['note', { ...short, description: ' ' }, ['description-missing']],
  ['kind', { const: 'ship', description: '' }, []],
])('%s, %j: %j', async (name, schema, lints, beside) => {
  expect(await lintsOf(name, schema, beside)).toEqual(lints);
});
