import { describe, expect, test } from 'vitest';
import { loadRegistry, parseReference, treeOf, versionIn } from '../src/index.ts';
import { flowFiles } from './flow-files.ts';

describe('a reference to a flow', () => {
  test.each([
    ['order/placed', { flow: 'order/placed' }],
    ['order/placed@2.0.0', { flow: 'order/placed', range: '2.0.0' }],
    ['order-line/sent-back@^2.0.0 || 4', { flow: 'order-line/sent-back', range: '^2.0.0 || 4' }],
    ['main:order/placed', { commit: 'main', flow: 'order/placed' }],
    ['origin/a:b:order/placed@2', { commit: 'origin/a:b', flow: 'order/placed', range: '2' }],
  ])('reads %s', (text, reference) => {
    expect(parseReference(text)).toEqual(reference);
  });

  test.each([
    '',
    'order',
    'order/placed@',
    'order/placed@1@2',
    ':order/placed',
    'a/b/c',
    'A/b',
    'a/b-',
  ])('does not read %j', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
});

describe('the version that a range means', () => {
  const tree = flowFiles({
    versions: ['1.0.0', '1.1.0', '2.0.0', '2.1.0'],
    locked: ['1.0.0', '1.1.0', '2.0.0'],
    agreement: { compatibility: { sunset: { '<2.0.0': '2027-03-31' } } },
  });
  const flow = loadRegistry(treeOf('memory', tree)).registry.flows.get('order/placed');
  if (flow === undefined) throw new Error('the fixture has its flow');

  test.each([
    [undefined, '2026-11-24', '2.0.0'],
    ['1', '2026-11-24', '1.1.0'],
    ['1', '2027-04-01', undefined],
    ['1.0.0', '2027-04-01', '1.0.0'],
    ['2.1.0', '2026-11-24', '2.1.0'],
    ['^2.1.0', '2026-11-24', undefined],
    ['two', '2026-11-24', undefined],
    [undefined, undefined, '2.1.0'],
    ['<2.0.0', undefined, '1.1.0'],
    ['3', undefined, undefined],
  ])('%s on %s is %s', (range, today, version) => {
    expect(versionIn(flow, range, today)?.version).toBe(version);
  });
});
