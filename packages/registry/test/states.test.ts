import { describe, expect, test } from 'vitest';
import {
  addDays,
  declaredClass,
  isVersionName,
  liveVersions,
  loadRegistry,
  newestLive,
  predecessor,
  readVersions,
  releasedVersions,
  seconds,
  stateOn,
  treeOf,
} from '../src/index.ts';
import { flowFiles } from './flow-files.ts';

const flow = loadRegistry(
  treeOf(
    'memory',
    flowFiles({
      versions: ['1.0.0', '1.1.0', '2.0.0', '2.1.0'],
      locked: ['1.0.0', '1.1.0', '2.0.0'],
      agreement: {
        compatibility: { sunset: { '<2.0.0': '2027-03-31' } },
        delivery: { retry: { within: '24h' }, deadLetter: { keep: '14d' } },
      },
    }),
  ),
).registry.flows.get('order/placed');
if (flow === undefined) throw new Error('the fixture has its flow');
const released = releasedVersions(flow);

describe('the life of a version', () => {
  test.each([
    ['2.1.0', '2026-11-24', 'draft'],
    ['2.0.0', '2026-11-24', 'active'],
    ['1.1.0', '2026-11-24', 'deprecated'],
    ['1.1.0', '2027-03-31', 'deprecated'],
    ['1.1.0', '2027-04-01', 'draining'],
    ['1.1.0', '2027-04-15', 'draining'], // 24h + 14d after the sunset
    ['1.1.0', '2027-04-16', 'retired'],
    ['2.0.0', '2027-04-16', 'active'],
  ])('%s is on %s %s', (version, today, state) => {
    expect(stateOn(flow, version, released, today)).toBe(state);
  });

  test('live is what is sent, readable also what drains', () => {
    expect(liveVersions(flow, released, '2027-04-01')).toEqual(['2.0.0']);
    expect(readVersions(flow, released, '2027-04-01')).toEqual(['1.0.0', '1.1.0', '2.0.0']);
    expect(newestLive(flow, '2026-11-24', '^1.0.0')).toBe('1.1.0');
    expect(newestLive(flow, '2026-11-24')).toBe('2.0.0');
  });

  test('the predecessor is the highest released version below', () => {
    expect(predecessor('2.1.0', released)).toBe('2.0.0');
    expect(predecessor('1.0.1', released)).toBe('1.0.0');
    expect(predecessor('1.0.0', released)).toBeUndefined();
  });
});

describe('numbers', () => {
  test('versions are X.Y.Z from 1.0.0 on', () => {
    expect(['1.0.0', '12.3.45'].every(isVersionName)).toBe(true);
    expect(
      ['0.1.0', '1.0', 'v1.0.0', '01.0.0', '1.0.0-rc.1', '1.0.0+b', ''].some(isVersionName),
    ).toBe(false);
    expect(['2.0.0', '2.1.0', '2.1.3', '2.0.1'].map(declaredClass)).toEqual([
      'major',
      'minor',
      'patch',
      'patch',
    ]);
  });

  test('durations are whole seconds, dates are UTC days', () => {
    expect(['30s', '15m', '24h', '30d'].map(seconds)).toEqual([30, 900, 86_400, 2_592_000]);
    expect(['', '1w', '-1s', '1.5h', '5'].map(seconds)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  });
});
