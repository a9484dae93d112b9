import { FlowMap } from '@treaty/registry';
import { describe, expect, test } from 'vitest';
import { type FlowChange, flowChanges } from '../src/index.ts';
import { type FlowParts, registryOf, SCHEMA, type VersionParts, withProperties } from './flows.ts';

const gift: VersionParts = { schema: withProperties({ gift: { type: 'boolean' } }) };
const narrow: VersionParts = { schema: withProperties({ status: { enum: ['placed'] } }) };
const AGREEMENT = { consumers: { oms: { '*': 'all' } } };
const released: FlowParts = { versions: { '1.0.0': {} }, locked: ['1.0.0'], agreement: AGREEMENT };

async function changesOf(
  head: FlowParts,
  base: FlowParts = released,
  mergeBase: FlowParts = base,
  paths: readonly string[] = ['schemas/order/placed/contract.yaml'],
): Promise<readonly FlowChange[]> {
  return flowChanges({
    base: registryOf(base),
    mergeBase: registryOf(mergeBase),
    head: registryOf(head),
    paths,
    today: '2026-11-24',
  });
}

/** A head with 1.0.0 and one more version, released or not. */
const withVersion = (version: string, parts: VersionParts, release: boolean): FlowParts => ({
  ...released,
  versions: { '1.0.0': {}, [version]: parts },
  locked: release ? ['1.0.0', version] : ['1.0.0'],
});

describe('the class that a change takes for its approval', () => {
  test('nothing changed, nothing to approve', async () => {
    expect(await changesOf(released)).toEqual([]);
  });

  test('what changed only in the base is not of this change', async () => {
    const ahead = withVersion('1.1.0', gift, true);
    expect(await changesOf(released, ahead, released)).toEqual([]);
  });

  test.each([
    ['1.0.1', {}, 'patch'],
    ['1.1.0', gift, 'minor'],
    ['2.0.0', narrow, 'major'],
    ['1.0.1', narrow, 'major'], // computed, never declared
  ] as const)(
    'a draft is a patch; %s, once released (%#), what it is',
    async (version, parts, computed) => {
      const [draft] = await changesOf(withVersion(version, parts, false));
      expect(draft).toMatchObject({ flow: 'order/placed', class: 'patch' });
      expect(draft?.withRelease?.class).toBe(computed);
      const [release] = await changesOf(withVersion(version, parts, true));
      expect(release?.class).toBe(computed);
      expect(release).not.toHaveProperty('withRelease');
    },
  );

  test.each<readonly [string, FlowParts, string]>([
    ['a draft removed', released, 'patch'],
    ['a released version edited', { ...released, versions: { '1.0.0': narrow } }, 'major'],
    [
      'a released version removed',
      { ...released, versions: { '1.1.0': gift }, locked: [] },
      'major',
    ],
    [
      'the agreement edited',
      { ...released, agreement: { ...AGREEMENT, summary: 'In other words.' } },
      'major',
    ],
  ])('%s', async (_, head, computed) => {
    const base = withVersion('1.1.0', gift, false);
    const [change] = await changesOf(head, base);
    expect(change?.class).toBe(computed);
  });

  test('a flow that is new is a major', async () => {
    const head = registryOf(released);
    const empty = { ...head, flows: new FlowMap(new Map()) };
    const ofFlow = { class: 'major', contract: 'schemas/order/placed/contract.yaml' };
    const paths = ['schemas/order/placed/contract.yaml'];
    const common = { paths, today: '2026-11-24' };
    expect(await flowChanges({ base: empty, mergeBase: empty, head, ...common })).toMatchObject([
      ofFlow,
    ]);
    expect(
      await flowChanges({ base: head, mergeBase: head, head: empty, ...common }),
    ).toMatchObject([ofFlow]);
  });

  test.each([
    ['schemas/order/placed/runbook.md', ['patch']],
    ['schemas/order/placed/CHANGELOG.md', ['patch']],
    ['schemas/order/placed/1.0.0/notes.md', ['patch']],
    ['schemas/order/placed/1.0.0/schema.json', []], // only its white space, say
    ['schemas/order/entity.yaml', []],
    ['schemas/order/placed/contract.yaml', []], // only the order of its keys, say
    ['schemas/order/placed-again/runbook.md', []],
  ])('a file changed: %s', async (path, classes) => {
    const changes = await changesOf(released, released, released, [path]);
    expect(changes.map((change) => change.class)).toEqual(classes);
  });

  test('formats are read as the base reads them', async () => {
    const formatted = (format: string): VersionParts => ({
      schema: withProperties({ note: { type: 'string', maxLength: 20, format } }),
    });
    const base: FlowParts = { ...released, versions: { '1.0.0': formatted('date') } };
    const versions = { '1.0.0': formatted('date'), '1.1.0': formatted('ipv4') };
    const head = {
      ...base,
      versions,
      locked: ['1.0.0', '1.1.0'],
      settings: { formats: 'annotate' },
    };
    expect((await changesOf(head, base))[0]?.class).toBe('major');
  });
});

describe('whom a change concerns', () => {
  test('producers and consumers of base and head: whoever is removed keeps the seat', async () => {
    const head: FlowParts = {
      ...released,
      agreement: { producer: 'wms', consumers: { crm: { '*': 'all' } } },
    };
    expect(await changesOf(head)).toMatchObject([
      { producers: ['storefront', 'wms'], consumers: ['crm', 'oms'] },
    ]);
  });

  test('the systems of record of what is touched, by the truth map of the base', async () => {
    const truth = {
      '': 'storefront',
      '/note': 'crm',
      '/status': { now: 'oms', next: 'wms', on: '2027-02-01' },
    };
    const base: FlowParts = { ...released, truth };
    const records = async (parts: VersionParts): Promise<readonly string[] | undefined> => {
      const head = { ...withVersion('1.1.0', parts, true), truth: { '': 'storefront' } };
      return (await changesOf(head, base))[0]?.records;
    };
    expect(await records({ schema: withProperties({ note: { type: 'string' } }) })).toEqual([
      'crm',
    ]);
    expect(await records(narrow)).toEqual(['oms', 'wms']); // during a cutover both
    expect(await records(gift)).toEqual(['storefront']);
    expect(await records({ schema: { ...SCHEMA, description: 'Words.' } })).toEqual([]);
  });

  test('records are asked by the name that the entity has for an attribute', async () => {
    const agreement = { ...AGREEMENT, attributes: { '^1.0.0': { '/note': '/remark/text' } } };
    const truth = { '': 'storefront', '/remark': 'crm' };
    const base: FlowParts = { ...released, agreement, truth };
    const note = { schema: withProperties({ note: { type: 'string' } }) };
    const head: FlowParts = { ...withVersion('1.1.0', note, true), agreement, truth };
    expect((await changesOf(head, base))[0]?.records).toEqual(['crm']);
  });
});
