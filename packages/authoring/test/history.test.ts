import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runChecks } from '@treaty/checks';
import { type Flow, loadRegistry } from '@treaty/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdoptionOptions } from '../src/adoption/arrange.ts';
import { openHistory } from '../src/adoption/history/git-history.ts';
import { planAdoption } from '../src/adoption/plan-adoption.ts';
import { applyPlan } from '../src/apply-plan.ts';
import { type Plan, plannedTree } from '../src/plan.ts';
import { openWorkTree } from '../src/work-tree.ts';

const TODAY = '2026-11-24';
const ID = { type: 'string', maxLength: 20 };

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-history-')));
  git('2026-01-01', 'init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(day: string, ...args: string[]): string {
  const date = day.includes('T') ? day : `${day}T12:00:00Z`;
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: join(root, 'none'),
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, 'Ada'],
        [`GIT_${who}_EMAIL`, 'ada@example.com'],
        [`GIT_${who}_DATE`, date],
      ]),
    ),
  };
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', env });
}

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  writeFileSync(join(root, file), text);
}

function commit(day: string, files: Record<string, unknown> = {}): void {
  for (const [file, content] of Object.entries(files)) write(file, content);
  git(day, 'add', '--all');
  git(day, 'commit', '--quiet', '--allow-empty', '--message', `On ${day}`);
}

function schema(properties: object, more: object = {}): object {
  return { type: 'object', required: ['id'], properties: { id: ID, ...properties }, ...more };
}

async function adopted(more: Partial<AdoptionOptions> = {}): Promise<Plan> {
  const history = openHistory(root);
  if (history === undefined) throw new Error('no history');
  const options = { name: 'acme', today: TODAY, producer: 'shop', consumers: ['oms'], history };
  return planAdoption(openWorkTree(root), ['contracts/**/*.json'], { ...options, ...more });
}

function flowIn(plan: Plan, id = 'order/placed'): Flow {
  const flow = loadRegistry(plannedTree(openWorkTree(root), plan)).registry.flows.get(id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  return flow;
}

function released({ lock }: Flow): readonly string[] {
  return lock.map(({ version, released: day, class: one }) => `${version} ${day} ${one}`);
}

function notes({ findings }: Plan): readonly string[] {
  return findings
    .filter(({ rule }) => rule === 'adoption/history-left-out')
    .map(
      ({ location, message }) => `${location.file}: ${message.replace(/\b[\da-f]{7}\b/g, 'SHA')}`,
    );
}

const FILE = 'contracts/order-placed.json';

describe('init --history', () => {
  it('makes a version of every change of meaning, numbered by its verdict, on its day', async () => {
    commit('2026-01-10', { [FILE]: schema({}) });
    commit('2026-01-11', { [FILE]: `${JSON.stringify(schema({}))}\n`, 'README.md': 'Hello' });
    commit('2026-01-12', { [FILE]: schema({}, { title: 'Order placed' }) });
    commit('2026-02-01', {
      [FILE]: schema({ channel: { enum: ['web', 'app'] } }, { title: 'Order placed' }),
    });
    commit('2026-03-01T23:30:00-02:00', { [FILE]: schema({ channel: { enum: ['web'] } }) });
    commit('2026-04-01', { [FILE]: schema({ channel: { enum: ['web'] }, note: ID }) });
    const plan = await adopted();
    const flow = flowIn(plan);
    expect(released(flow)).toEqual([
      '1.0.0 2026-01-10 major',
      '1.0.1 2026-01-12 patch',
      '1.1.0 2026-02-01 minor',
      '2.0.0 2026-03-02 major',
      '2.1.0 2026-04-01 minor',
    ]);
    expect(flow.versions[0]?.schema.value).toEqual(schema({}));
    expect(plan.moves).toEqual([{ from: FILE, to: 'schemas/order/placed/2.1.0/schema.json' }]);
    expect(notes(plan)).toEqual([]);
  });

  it('is in order: what is over has its sunset, and the next version is judged against what is not', async () => {
    commit('2026-01-10', { [FILE]: schema({ a: ID }) });
    commit('2026-02-10', { [FILE]: schema({ a: { type: 'integer' } }) });
    commit('2026-03-10', { [FILE]: schema({ a: { type: 'boolean' } }) });
    const plan = await adopted();
    const tree = plannedTree(openWorkTree(root), plan);
    expect(tree.files).not.toContain('treaty.baseline.json');
    const loaded = loadRegistry(tree);
    expect(flowIn(plan).agreement).toMatchObject({
      compatibility: { sunset: { '<3.0.0': '2026-03-10' } },
      consumers: [{ party: 'oms', reads: [{ range: '^3.0.0', attributes: 'all' }] }],
    });
    const { findings } = await runChecks(loaded, { head: loaded.registry, today: TODAY });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const base = loadRegistry(openWorkTree(root)).registry;
    const against = { base, mergeBase: base, since: '2026-11-20' };
    const inPull = await runChecks(loaded, { head: loaded.registry, against, today: TODAY });
    expect(inPull.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('follows renames, and merges as they came to the branch', async () => {
    commit('2026-01-10', { 'old/orders.json': schema({ a: ID, b: ID, c: ID }) });
    mkdirSync(join(root, 'contracts'));
    renameSync(join(root, 'old/orders.json'), join(root, FILE));
    commit('2026-01-20');
    git('2026-01-21', 'checkout', '--quiet', '-b', 'work');
    commit('2026-01-22', { [FILE]: schema({ a: ID, b: ID, c: ID, tried: ID }) });
    commit('2026-01-23', { [FILE]: schema({ a: ID, b: ID, c: ID, kept: ID }) });
    git('2026-01-24', 'checkout', '--quiet', 'main');
    commit('2026-01-24');
    git('2026-02-02', 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'work');
    expect(released(flowIn(await adopted()))).toEqual([
      '1.0.0 2026-01-10 major',
      '1.1.0 2026-02-02 minor',
    ]);
  });

  it('counts a change of what a schema refers to, as that stood then', async () => {
    const order = schema({ total: { $ref: 'money.json' } });
    commit('2026-01-10', {
      [FILE]: order,
      'contracts/money.json': { title: 'Money', type: 'integer' },
    });
    commit('2026-01-20', {
      'contracts/money.json': { title: 'Money', type: 'integer', minimum: 0 },
    });
    const flow = flowIn(await adopted());
    expect(released(flow)).toEqual(['1.0.0 2026-01-10 major', '2.0.0 2026-01-20 major']);
    expect(flow.versions.map(({ schema: { value } }) => value)).toMatchObject([
      { $defs: { money: { type: 'integer' } } },
      { $defs: { money: { type: 'integer', minimum: 0 } } },
    ]);
  });

  it('upgrades what was draft-04 then', async () => {
    const draft04 = { $schema: 'http://json-schema.org/draft-04/schema#' };
    const old = { type: 'number', minimum: 0, exclusiveMinimum: true };
    commit('2026-01-10', { [FILE]: schema({ total: old }, draft04) });
    const draft07 = { $schema: 'http://json-schema.org/draft-07/schema#' };
    commit('2026-02-10', {
      [FILE]: schema({ total: { type: 'number', exclusiveMinimum: 0 } }, draft07),
    });
    commit('2026-03-10', {
      [FILE]: schema({ total: { type: 'number', exclusiveMinimum: 0 }, b: ID }, draft07),
    });
    expect(released(flowIn(await adopted()))).toEqual([
      '1.0.0 2026-01-10 major',
      '1.1.0 2026-03-10 minor',
    ]);
  });

  it('releases today what is not committed yet', async () => {
    commit('2026-01-10', { [FILE]: schema({}) });
    write(FILE, schema({ a: ID }));
    write('contracts/price-changed.json', schema({}));
    const plan = await adopted();
    expect(released(flowIn(plan))).toEqual(['1.0.0 2026-01-10 major', `1.1.0 ${TODAY} minor`]);
    expect(released(flowIn(plan, 'price/changed'))).toEqual([`1.0.0 ${TODAY} major`]);
  });

  it('leaves out what cannot be read, and says which', async () => {
    commit('2026-01-10', { [FILE]: schema({}) });
    commit('2026-01-11', { [FILE]: '{ "type": ' });
    commit('2026-01-12', { [FILE]: '{ "$schema": "http://json-schema.org/draft-03/schema#" }' });
    commit('2026-01-13', { [FILE]: schema({ a: ID }) });
    const plan = await adopted();
    expect(released(flowIn(plan))).toEqual(['1.0.0 2026-01-10 major', '1.1.0 2026-01-13 minor']);
    expect(notes(plan)).toEqual([
      `${FILE}: 2 states of its history cannot be read as JSON Schema, and had to be left out: SHA, SHA.`,
    ]);
  });

  it('leaves out a history that goes back in time, or runs ahead', async () => {
    commit('2026-02-10', { [FILE]: schema({}), 'contracts/a/b.json': schema({}) });
    commit('2026-01-10', { [FILE]: schema({ a: ID }) });
    commit('2027-01-10', { 'contracts/a/b.json': schema({ a: ID }) });
    const plan = await adopted();
    expect(released(flowIn(plan))).toEqual([`1.0.0 ${TODAY} major`]);
    expect(notes(plan)).toEqual([
      'contracts/a/b.json: Its history was left out: SHA of 2027-01-10 runs ahead of 2026-11-24.',
      `${FILE}: Its history was left out: SHA of 2026-01-10 goes back in time, behind 2026-02-10.`,
    ]);
  });

  it('keeps what names say: v2 has room for minors, and begins anew where it broke', async () => {
    const [v1, v2] = ['contracts/order-placed.v1.json', 'contracts/order-placed.v2.json'];
    commit('2026-01-10', { [v1]: schema({}) });
    commit('2026-02-10', { [v2]: schema({ x: ID }) });
    commit('2026-03-10', { [v2]: schema({ x: { type: 'integer' } }) });
    commit('2026-04-10', { [v2]: schema({ x: { type: 'integer' }, y: ID }) });
    commit('2026-05-10', { [v1]: schema({ z: ID }) });
    const plan = await adopted();
    expect(released(flowIn(plan))).toEqual([
      '1.0.0 2026-01-10 major',
      '2.0.0 2026-03-10 major',
      '2.1.0 2026-04-10 minor',
      '1.1.0 2026-05-10 minor',
    ]);
    expect(notes(plan)).toEqual([expect.stringContaining('v2.json: 1 earlier state')]);
    expect(flowIn(plan).agreement.compatibility.sunset).toEqual({});
  });

  it('works in a folder of the repository, and can be done', async () => {
    const [repository, inside] = [root, join(root, 'services', 'orders')];
    commit('2026-01-10', { [`services/orders/${FILE}`]: schema({}) });
    commit('2026-02-10', { [`services/orders/${FILE}`]: schema({ a: ID }) });
    try {
      root = inside;
      const plan = await adopted();
      applyPlan(inside, plan);
      const flow = loadRegistry(openWorkTree(inside)).registry.flows.get('order/placed') as Flow;
      expect(released(flow)).toEqual(['1.0.0 2026-01-10 major', '1.1.0 2026-02-10 minor']);
    } finally {
      root = repository;
    }
  });

  it('says where the clone is cut off', async () => {
    commit('2026-01-10', { [FILE]: schema({}) });
    commit('2026-02-10', { [FILE]: schema({ a: ID }) });
    const whole = root;
    git('2026-02-10', 'clone', '--quiet', '--depth', '1', `file://${whole}`, `${whole}/clone`);
    try {
      root = join(whole, 'clone');
      const plan = await adopted();
      expect(released(flowIn(plan))).toEqual(['1.0.0 2026-02-10 major']);
      expect(notes(plan)).toEqual([
        'treaty.yaml: The clone is cut off: older versions are not in it.',
      ]);
    } finally {
      root = whole;
    }
  });

  it('knows no history where nothing is committed', () => {
    expect(openHistory(root)).toBeUndefined();
    expect(openHistory(tmpdir())).toBeUndefined();
  });
});
