import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  git,
  leftOut,
  loadRegistry,
  openCommit,
  openFolder,
  openRepository,
  resolveCommit,
  treeOf,
} from '../src/index.ts';
import { flowFiles } from './flow-files.ts';

const FLOW = 'schemas/order/placed';
const files = flowFiles({ versions: ['1.0.0'], locked: [] });

/** What is found in a registry of one flow with these files laid over it, as `rule file`. */
function found(extra: Readonly<Record<string, Uint8Array | string>>): readonly string[] {
  const tree = treeOf('memory', new Map([...files, ...Object.entries(extra)]));
  return loadRegistry(tree).findings.map(({ rule, location }) => `${rule} ${location.file}`);
}

test('a registry without faults has none', () => {
  expect(found({})).toEqual([]);
});

describe('names that not every checkout can hold', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['a device of Windows', ['aux.json']],
    ['a device, whatever its ending', ['nul.v2.json']],
    ['a character that Windows refuses', ['what?.json']],
    ['a backslash', ['a\\b.json']],
    ['a line feed', ['a\nb.json']],
    ['twins by case', ['Express.json', 'express.json']],
    ['twins by Unicode form', ['caf\u00e9.json', 'cafe\u0301.json']],
  ];
  test.each(cases)('%s', (_, leaves) => {
    const named = leaves.map((leaf) => [`${FLOW}/1.0.0/samples/valid/${leaf}`, '{}'] as const);
    const rules = found(Object.fromEntries(named)).map((one) => one.split(' ')[0]);
    expect(rules).toEqual(['registry/name-not-portable']);
  });
});

test('a document that is too large is not read', () => {
  const huge = new Uint8Array(5 * 1024 * 1024).fill(0x20);
  const file = `${FLOW}/1.0.0/samples/valid/extract.json`;
  expect(found({ [file]: huge })).toEqual([`document/too-large ${file}`]);
});

test('UTF-16 is called by its name', () => {
  const text = Buffer.from('\ufefftitle: Order\n', 'utf16le');
  const tree = treeOf('memory', new Map([...files, ['schemas/order/entity.yaml', text]]));
  expect(loadRegistry(tree).findings.map(({ message }) => message)).toEqual([
    'The file is UTF-16, not UTF-8 text.',
  ]);
});

describe('what is no file', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'treaty-'));
    for (const [file, text] of files) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const run = (...args: string[]): void => {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@acme.example'];
    const result = git(root, [...identity, ...args]);
    if (!result.ok) throw new Error(result.error);
  };

  test('a link is reported alike in the work tree and in a commit, and what is fine is read', () => {
    symlinkSync('/etc/passwd', join(root, FLOW, '1.0.0/semantics.yaml'));
    symlinkSync('..', join(root, 'schemas/loop'));
    run('init', '--quiet');
    run('add', '--all');
    run('commit', '--quiet', '--message', 'links');
    const repository = openRepository(root);
    const commit = repository && resolveCommit(repository, 'HEAD');
    if (repository === undefined || commit === undefined) throw new Error('no commit');
    for (const tree of [openFolder(root), openCommit(repository, commit)]) {
      const { registry, findings } = loadRegistry(tree);
      expect(findings.map(({ rule, location }) => `${rule} ${location.file}`).sort()).toEqual([
        'registry/not-a-file schemas/loop',
        `registry/not-a-file ${FLOW}/1.0.0/semantics.yaml`,
      ]);
      expect([...registry.flows.keys()]).toEqual(['order/placed']);
    }
  });

  test('a repository inside the registry is not entered', () => {
    mkdirSync(join(root, 'schemas/vendor/stock/.git'), { recursive: true });
    const { findings } = loadRegistry(openFolder(root));
    expect(findings.map(({ message }) => message)).toEqual([
      'schemas/vendor/stock is another git repository: the registry reads regular files only.',
    ]);
  });

  test('what a sparse checkout leaves out is said', () => {
    run('init', '--quiet');
    run('add', '--all');
    run('commit', '--quiet', '--message', 'whole');
    expect(leftOut(root)).toEqual([]);
    run('sparse-checkout', 'set', '--no-cone', '/*', `!/${FLOW}/1.0.0`);
    expect(leftOut(root).map(({ rule, location }) => `${rule} ${location.file}`)).toEqual([
      `evidence/sparse-checkout ${FLOW}/1.0.0/schema.json`,
    ]);
  });
});

describe('a reference by an address', () => {
  const money = 'schemas/shared/money/1.0.0/schema.json';
  const rules = (reference: string, extra: Readonly<Record<string, string>> = {}): unknown =>
    found({
      [money]: '{ "$id": "https://acme.example/money" }',
      [`${FLOW}/1.0.0/schema.json`]: JSON.stringify({ $ref: reference }),
      ...extra,
    }).filter((one) => one.startsWith('schema/'));
  const lost = [`schema/reference ${FLOW}/1.0.0/schema.json`];

  test('finds the definition of that identifier', () => {
    expect(rules('https://acme.example/money')).toEqual([]);
  });

  test('is no path', () => {
    expect(rules('https://x/../../../../shared/money/1.0.0/schema.json')).toEqual(lost);
  });

  test('finds none where two go by it', () => {
    const twin = {
      'schemas/shared/price/1.0.0/schema.json': '{ "$id": "https://acme.example/money" }',
    };
    expect(rules('https://acme.example/money', twin)).toEqual(lost);
  });
});
