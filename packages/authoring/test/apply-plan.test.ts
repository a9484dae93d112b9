import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadRegistry, openFolder } from '@treaty/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planAdoption } from '../src/adoption/plan-adoption.ts';
import { applyPlan } from '../src/apply-plan.ts';
import { plannedTree } from '../src/plan.ts';
import { openWorkTree } from '../src/work-tree.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'treaty-authoring-'));
  for (const [file, text] of Object.entries({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'node_modules/x/package.json': '{}',
    'contracts/order/placed.v1.json': '{ "type": "object", "properties": {} }\r\n',
    'contracts/order/placed.v2.json': '{ "$ref": "placed.v1.json" }',
    'contracts/price-changed.json': '{ "type": "object", "properties": { "sku": {} } }',
  })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('applyPlan', () => {
  it('leaves the work tree as the plan says', async () => {
    const standing = openWorkTree(root);
    expect(standing.files.every((file) => file.startsWith('contracts/'))).toBe(true);
    const options = { name: 'acme', today: '2026-06-01' };
    const plan = await planAdoption(standing, ['contracts/**/*.json'], options);
    const planned = plannedTree(standing, plan);
    const expected = planned.files.map((file) => [file, Buffer.from(planned.read(file) ?? [])]);
    applyPlan(root, plan);
    const after = openWorkTree(root);
    expect(after.files.map((file) => [file, after.read(file)])).toEqual(expected);
    const { registry, findings } = loadRegistry(openFolder(root));
    expect(findings).toEqual([]);
    expect([...registry.flows.keys()]).toEqual(['order/placed', 'price/changed']);
  });
});
