import { brokenLink, type LockEntry, releasedVersions, versionDigest } from '@treaty/registry';
import { describe, expect, test } from 'vitest';
import { judge, planRelease, type ReleasePlan } from '../src/index.ts';
import { flowOf, registryOf, type VersionParts, versionOf, withProperties } from './flows.ts';

const gift = { schema: withProperties({ gift: { type: 'boolean' } }) };
const required = {
  schema: withProperties({ gift: { type: 'boolean' } }, ['id', 'status', 'gift']),
};
const VERSIONS: Readonly<Record<string, VersionParts>> = {
  '1.0.0': {},
  '1.0.1': {},
  '1.1.0': gift,
  '2.0.0': required,
};

/** The plans of releasing one version after the other, a day each. */
async function releaseAll(
  versions: Readonly<Record<string, VersionParts>>,
): Promise<ReleasePlan[]> {
  const plans: ReleasePlan[] = [];
  for (const [i, name] of Object.keys(versions).entries()) {
    const lock: readonly LockEntry[] = plans.map(({ entry }) => entry);
    const flow = { ...flowOf(registryOf({ versions })), lock };
    const today = `2026-03-0${i + 1}`;
    const judging = {
      guard: flow,
      released: releasedVersions(flow),
      today,
      formats: 'assert',
    } as const;
    plans.push(planRelease(flow, await judge(versionOf(flow, name), judging), today));
  }
  return plans;
}

describe('releasing a draft', () => {
  test('appends an entry that names the one before it', async () => {
    const lock = (await releaseAll(VERSIONS)).map(({ entry }) => entry);
    expect(lock.map((entry) => [entry.version, entry.class, entry.released])).toEqual([
      ['1.0.0', 'major', '2026-03-01'],
      ['1.0.1', 'patch', '2026-03-02'],
      ['1.1.0', 'minor', '2026-03-03'],
      ['2.0.0', 'major', '2026-03-04'],
    ]);
    expect(lock[0]).not.toHaveProperty('previous');
    expect(brokenLink(lock)).toBeUndefined();
  });

  test.each([0, 1, 2])('entry %i can be neither changed nor dropped unseen', async (i) => {
    const lock = (await releaseAll(VERSIONS)).map(({ entry }) => entry);
    const edited = lock.map((entry, at) =>
      at === i ? { ...entry, class: 'patch' as const, released: '2025-01-01' } : entry,
    );
    expect(brokenLink(edited)).toBe(i + 1);
    expect(brokenLink(lock.filter((_, at) => at !== i))).toBe(i);
  });

  test('freezes the content of the version', async () => {
    const flow = flowOf(registryOf({ versions: VERSIONS }));
    for (const { entry } of await releaseAll(VERSIONS)) {
      expect(entry.digest).toBe(versionDigest(versionOf(flow, entry.version)));
    }
  });

  test('is planned alike on every run, and its line is one line of YAML', async () => {
    const [plans, again] = [await releaseAll(VERSIONS), await releaseAll(VERSIONS)];
    expect(again).toEqual(plans);
    for (const { lockLine } of plans) expect(lockLine).toMatch(/^- \{ version: [\d.]+, .*\}\n$/);
  });

  test('digests the verdict: another comparison, another digest', async () => {
    const verdicts = (await releaseAll(VERSIONS)).map(({ entry }) => entry.verdict);
    expect(new Set(verdicts).size).toBe(4);
  });

  test('says in the changelog what it touches', async () => {
    expect((await releaseAll(VERSIONS)).map(({ changelog }) => changelog)).toEqual([
      '## 1.0.0 (2026-03-01)\n\nFirst version.\n',
      '## 1.0.1 (2026-03-02)\n\nA patch, compared with 1.0.0: no attribute changes.\n',
      '## 1.1.0 (2026-03-03)\n\nA minor, compared with 1.0.1: touches `/gift`.\n',
      '## 2.0.0 (2026-03-04)\n\nA major, compared with 1.1.0: touches `/gift`.\n',
    ]);
  });
});
