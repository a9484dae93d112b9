import { createHmac } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env } from 'node:process';
import { git, loadRegistry, openFolder } from '@treaty/registry';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { workOnAll } from '../src/folder/pool.ts';
import { checkFolder, conclude, type FolderCheck, runChecks } from '../src/index.ts';
import { checkRegistry, isOfFlows, type Part } from '../src/part.ts';
import { filesOf } from './registries.ts';

const TODAY = '2026-11-24';
let root: string;
let home: string | undefined;

beforeAll(() => {
  home = env['XDG_CACHE_HOME'];
  env['XDG_CACHE_HOME'] = mkdtempSync(join(tmpdir(), 'treaty-home-'));
});
afterAll(() => {
  rmSync(env['XDG_CACHE_HOME'] as string, { recursive: true, force: true });
  if (home === undefined) delete env['XDG_CACHE_HOME'];
  else env['XDG_CACHE_HOME'] = home;
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'treaty-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A broken registry in a folder of its own, inside a git repository with packages. */
function lay(name: string): void {
  for (const [file, bytes] of filesOf(name)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), bytes);
  }
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, '.gitignore'), 'node_modules\n');
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
  ])
    git(root, args);
}

const check = (code = 'one'): Promise<FolderCheck> =>
  checkFolder({ root, today: TODAY, calendar: false, code });
const store = (): string => join(root, 'node_modules/.cache/treaty');
const messages = ({ findings }: Pick<FolderCheck, 'findings'>): readonly string[] =>
  findings.map(({ message }) => message);

describe('what an earlier run kept', () => {
  beforeEach(() => lay('value-out-of-choice'));
  const agreement = (): string => join(root, 'schemas/order/placed/contract.yaml');

  test('is what a run finds', async () => {
    const first = await check();
    expect(first.findings).toHaveLength(1);
    expect(await check()).toEqual(JSON.parse(JSON.stringify(first)));
  });

  test('is used: a run over the same content finds what is written there', async () => {
    await check();
    expect(readdirSync(store())).toHaveLength(1);
  });

  test.each(['tracked', 'untracked'])('is not used after a change of a %s file', async (kind) => {
    if (kind === 'untracked') git(root, ['rm', '-r', '--cached', '--quiet', '.']);
    const before = await check();
    const sound = readFileSync(agreement(), 'utf8').replace(/^title: .*/m, 'titel: Order placed');
    writeFileSync(agreement(), sound);
    expect(messages(await check())).not.toEqual(messages(before));
  });

  test('is not used by other code', async () => {
    await check('one');
    await check('another');
    expect(readdirSync(store())).toHaveLength(2);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of another result', (text: string) => text.replace('"findings":[{', '"findings":[],"x":[{')],
    ['without its signature', (text: string) => `${'0'.repeat(64)}${text.slice(64)}`],
  ])('is not used where it is %s', async (_how, damage) => {
    const first = await check();
    const [name] = readdirSync(store());
    const file = join(store(), name as string);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(messages(await check())).toEqual(messages(first));
  });

  test('is not used where another user signed it', async () => {
    const first = await check();
    const mine = env['XDG_CACHE_HOME'] as string;
    const [name] = readdirSync(store());
    const forged = readFileSync(join(store(), name as string), 'utf8');
    env['XDG_CACHE_HOME'] = join(mine, 'another');
    expect(messages(await check())).toEqual(messages(first));
    env['XDG_CACHE_HOME'] = mine;
    expect(forged).not.toBe(readFileSync(join(store(), name as string), 'utf8'));
  });

  test.each([
    ['in the checkout', () => join(root, 'home')],
    ['relative to wherever a run starts', () => 'home'],
  ])('is signed with no secret that lies %s', async (_, home) => {
    const mine = env['XDG_CACHE_HOME'] as string;
    const secret = join(root, 'home/treaty/secret');
    mkdirSync(dirname(secret), { recursive: true });
    writeFileSync(secret, new Uint8Array(32));
    env['XDG_CACHE_HOME'] = home();
    await check();
    env['XDG_CACHE_HOME'] = mine;
    const kept = existsSync(store()) ? readdirSync(store()) : [];
    for (const name of kept) {
      const content = readFileSync(join(store(), name), 'utf8');
      const forged = createHmac('sha256', new Uint8Array(32));
      const signature = forged.update(`${name}\n${content.slice(65)}`).digest('hex');
      expect(content.slice(0, 64)).not.toBe(signature);
    }
  });

  test('makes room among what it put there only', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'treaty-outside-'));
    for (let i = 0; i < 1010; i += 1) writeFileSync(join(outside, `letter-${i}`), '');
    mkdirSync(dirname(store()), { recursive: true });
    symlinkSync(outside, store());
    await check();
    const letters = readdirSync(outside).filter((name) => name.startsWith('letter-'));
    rmSync(outside, { recursive: true });
    expect(letters).toHaveLength(1010);
  });

  test('is nothing where a file changed while it was read', async () => {
    const running = check();
    writeFileSync(agreement(), 'title: [');
    await running;
    expect(existsSync(store())).toBe(false);
  });

  test('is left out by runs at the same time without harm', async () => {
    const results = await Promise.all([check(), check(), check(), check()]);
    expect(new Set(results.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(readdirSync(store())).toHaveLength(1);
  });
});

describe('entity by entity', () => {
  const names = [
    'sound',
    'value-out-of-choice',
    'flow-without-agreement',
    'entity-without-entity-yaml',
  ];
  test.each(names)('%s: the findings are those of a run in one go', async (name) => {
    lay(name);
    const tree = openFolder(root);
    const whole = loadRegistry(tree);
    const expected = await runChecks(whole, { head: whole.registry, today: TODAY });

    const loaded = loadRegistry(tree, { scope: () => false });
    const input = { head: loaded.registry, today: TODAY };
    const above = loaded.findings.filter(({ location }) => !isOfFlows(location.file));
    const parts: Part[] = [await checkRegistry(above, input)];
    const listing = { files: tree.files, others: tree.others ?? new Map() };
    const run = { root, listing, today: TODAY, calendar: false };
    await workOnAll(['order'], run, (_entity, { part }) => parts.push(part));
    expect(conclude(parts, input)).toEqual(expected);
  });
});
