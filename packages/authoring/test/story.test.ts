import { runChecks } from '@treaty/checks';
import type { Finding } from '@treaty/findings';
import { readJson, valueAt } from '@treaty/json';
import { type FileTree, loadRegistry, type Registry, releasedVersions } from '@treaty/registry';
import { describe, expect, it } from 'vitest';
import { lockLines } from '../src/adoption/locking.ts';
import { plannedTree } from '../src/plan.ts';
import { openSampleRegistry } from '../src/sample-registry.ts';
import { storyOf } from '../src/story.ts';

const sample = released(openSampleRegistry());
const story = storyOf(sample);

describe('storyOf', () => {
  const tempted = plannedTree(sample, story.tempting.plan);
  const righted = plannedTree(tempted, story.right.plan);

  it('narrows, adds and renames, and keeps the samples in step', () => {
    const { registry, findings } = loadRegistry(tempted);
    expect(findings).toEqual([]);
    const draft = registry.flows.get(story.flow)?.versions.at(-1);
    expect(draft?.version).toBe(story.version);
    const schema = draft?.schema.value ?? null;
    expect(valueAt(schema, '/properties/channel/enum')).toEqual(['web', 'app']);
    expect(valueAt(schema, '/required')).toContain('paymentMethod');
    expect(valueAt(schema, '/$defs/line/required')).toContain('taxBasisPoints');
    expect(JSON.stringify(schema)).not.toContain('vatBasisPoints');
    for (const one of draft?.samples ?? []) {
      expect(valueAt(one.document.value, '/paymentMethod')).toBe('card');
      expect(JSON.stringify(one.document.value)).not.toContain('vatBasisPoints');
    }
  });

  it('touches the lines that it changes, and no others', () => {
    const file = `schemas/${story.flow}/${story.version}/schema.json`;
    const before = lines(`schemas/${story.flow}/2.0.0/schema.json`, sample);
    const after = lines(file, tempted);
    expect(before.filter((line) => !after.includes(line)).map((line) => line.trim())).toEqual([
      '"total"',
      '"enum": ["web", "app", "kiosk"]',
      '"required": ["lineNumber", "sku", "quantity", "unitPrice", "vatBasisPoints", "total"],',
      '"vatBasisPoints": {',
    ]);
  });

  it('ends in one optional attribute and its sample', () => {
    const { registry, findings } = loadRegistry(righted);
    expect(findings).toEqual([]);
    const [before, after] = registry.flows.get(story.flow)?.versions.slice(-2) ?? [];
    const { paymentMethod, ...rest } = valueAt(
      after?.schema.value ?? null,
      '/properties',
    ) as Record<string, unknown>;
    expect(paymentMethod).toBeDefined();
    expect(rest).toEqual(valueAt(before?.schema.value ?? null, '/properties'));
    expect(valueAt(after?.schema.value ?? null, '/required')).toEqual(
      valueAt(before?.schema.value ?? null, '/required'),
    );
    expect(after?.samples.length).toBe((before?.samples.length ?? 0) + 1);
  });

  it('breaks oms and erp with a witness, then nobody', async () => {
    const base = loadRegistry(sample).registry;
    const red = (await against(base, tempted)).filter(({ severity }) => severity === 'error');
    expect(red.length).toBeGreaterThan(0);
    expect(red.every(({ rule }) => rule.startsWith('compatibility/'))).toBe(true);
    expect(red.every(({ witness }) => witness !== undefined)).toBe(true);
    expect(red.flatMap(({ affects }) => affects)).toEqual(expect.arrayContaining(['oms', 'erp']));
    expect(await against(base, righted)).toEqual([]);
  });

  it('brings a good payload and one with mistakes', () => {
    const good = readJson(story.good.text).located?.value ?? null;
    const bad = readJson(story.bad.text).located?.value ?? null;
    expect(valueAt(bad, '/total/amount')).toBe((valueAt(good, '/total/amount') as number) / 100);
    expect(valueAt(bad, '/customer/id')).toBeUndefined();
  });
});

function lines(file: string, tree: typeof sample): readonly string[] {
  return new TextDecoder().decode(tree.read(file)).split('\n');
}

async function against(base: Registry, tree: FileTree): Promise<readonly Finding[]> {
  const loaded = loadRegistry(tree);
  const input = {
    head: loaded.registry,
    against: { base, mergeBase: base, since: '2026-11-01' },
    today: '2026-11-24',
  };
  return (await runChecks(loaded, input)).findings;
}

/** The sample as main has it: whatever stands in it is released. */
function released(tree: FileTree): FileTree {
  const writes = [...loadRegistry(tree).registry.flows.values()].flatMap((flow) => {
    const drafts = flow.versions.filter(({ version }) => !releasedVersions(flow).has(version));
    const lines = lockLines(flow, new Set(drafts.map(({ version }) => version)), '2026-06-01');
    const file = `${flow.folder}/contract.lock`;
    return [{ file, text: new TextDecoder().decode(tree.read(file)) + lines }];
  });
  return plannedTree(tree, { writes, moves: [], findings: [], nextSteps: [] });
}
