import type { JsonObject, JsonValue } from '@treaty/json';
import { describe, expect, test } from 'vitest';
import { touchedAttributes } from '../src/index.ts';
import { flowOf, registryOf, SCHEMA, versionOf, withProperties } from './flows.ts';

function touched(from: JsonValue, to: JsonValue): readonly string[] {
  const versions = { '1.0.0': { schema: from }, '1.1.0': { schema: to } };
  const flow = flowOf(registryOf({ versions }));
  return touchedAttributes(versionOf(flow, '1.0.0'), versionOf(flow, '1.1.0'));
}

const lines = (sku: JsonObject): JsonObject =>
  withProperties({ lines: { type: 'array', items: { properties: { sku, total: true } } } });

describe('a change touches', () => {
  test.each<readonly [string, JsonValue, JsonValue, readonly string[]]>([
    [
      'nothing, in other words',
      SCHEMA,
      { ...SCHEMA, description: 'An order.', title: 'Order' },
      [],
    ],
    ['nothing, in another order', SCHEMA, withProperties({}, ['status', 'id']), []],
    ['what is added', SCHEMA, withProperties({ gift: { type: 'boolean' } }), ['/gift']],
    ['what is removed', withProperties({ gift: { type: 'boolean' } }), SCHEMA, ['/gift']],
    ['what is described otherwise', SCHEMA, withProperties({ note: { maxLength: 5 } }), ['/note']],
    ['what becomes required', SCHEMA, withProperties({}, ['id', 'status', 'note']), ['/note']],
    [
      'a part, not what it is a part of',
      lines({ type: 'string' }),
      lines({ minLength: 1 }),
      ['/lines/*/sku'],
    ],
    ['an object that is closed', SCHEMA, { ...SCHEMA, additionalProperties: false }, ['']],
    [
      'what a reference describes',
      { ...withProperties({ note: { $ref: '#/$defs/n' } }), $defs: { n: { type: 'string' } } },
      { ...withProperties({ note: { $ref: '#/$defs/n' } }), $defs: { n: { type: 'integer' } } },
      ['/note'],
    ],
    [
      'nothing, where only a reference is put between',
      withProperties({ note: { type: 'string' } }),
      { ...withProperties({ note: { $ref: '#/$defs/n' } }), $defs: { n: { type: 'string' } } },
      [],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(touched(from, to)).toEqual(expected);
  });

  test('everything, where a version is new', () => {
    const flow = flowOf(registryOf({ versions: { '1.0.0': {} } }));
    expect(touchedAttributes(undefined, versionOf(flow, '1.0.0'))).toEqual([
      '',
      '/id',
      '/note',
      '/status',
    ]);
  });
});
