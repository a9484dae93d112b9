import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  loadRegistry,
  openAgainst,
  openCommit,
  openFolder,
  openRepository,
  resolveCommit,
  treeOf,
  versionDigest,
} from '../src/index.ts';
import { flowFiles } from './flow-files.ts';

const sound = flowFiles({ versions: ['1.0.0', '1.1.0'], locked: ['1.0.0'] });

/** Files laid over the sound registry → the findings, `file:line:column rule`. `null` takes a file away. */
const FAULTS: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string | null>>,
  found: readonly string[],
])[] = [
  ['nothing', {}, []],
  ['no settings', { 'treaty.yaml': null }, ['treaty.yaml:1:1 document/missing']],
  [
    'YAML that cannot be read',
    { 'schemas/order/entity.yaml': 'title: [' },
    ['schemas/order/entity.yaml:1:9 document/malformed'],
  ],
  [
    'a name twice',
    { 'schemas/parties/oms.yaml': 'kind: system\ntitle: A\ntitle: B\n' },
    ['schemas/parties/oms.yaml:3:1 document/duplicate-key'],
  ],
  [
    'a misspelt key',
    { 'schemas/parties/oms.yaml': 'kind: system\ntitle: A\ncontcat: {}\n' },
    ['schemas/parties/oms.yaml:3:1 document/unknown-key'],
  ],
  [
    'a value of the wrong form',
    { 'schemas/parties/oms.yaml': 'kind: robot\ntitle: A\n' },
    ['schemas/parties/oms.yaml:1:7 document/invalid'],
  ],
  [
    'a key that is missing',
    { 'schemas/parties/oms.yaml': 'kind: desk\n' },
    ['schemas/parties/oms.yaml:1:1 document/invalid'],
  ],
  [
    'an entity without its document',
    { 'schemas/order/entity.yaml': null },
    ['schemas/order/entity.yaml:1:1 document/missing'],
  ],
  [
    'a flow without its agreement',
    { 'schemas/order/placed/contract.yaml': null },
    ['schemas/order/placed/contract.yaml:1:1 document/missing'],
  ],
  [
    'a version without its schema',
    {
      'schemas/order/placed/1.1.0/schema.json': null,
      'schemas/order/placed/1.1.0/semantics.yaml': 'identity: { key: [/id] }\n',
    },
    ['schemas/order/placed/1.1.0/schema.json:1:1 document/missing'],
  ],
  [
    'a folder that is no version',
    { 'schemas/order/placed/2.0/schema.json': '{}' },
    ['schemas/order/placed/2.0:1:1 registry/name'],
  ],
  [
    'a flow that is no name',
    { 'schemas/order/Placed_Again/contract.yaml': 'x' },
    ['schemas/order/Placed_Again:1:1 registry/name'],
  ],
  [
    'an invalid sample without its failure',
    { 'schemas/order/placed/1.1.0/samples/invalid/x.json': '{}' },
    ['schemas/order/placed/1.1.0/samples/invalid/x.json:1:1 registry/name'],
  ],
];

describe('loadRegistry', () => {
  test.each(FAULTS)('%s', (_what, overlay, found) => {
    const files = new Map(sound);
    for (const [file, text] of Object.entries(overlay)) {
      if (text === null) files.delete(file);
      else files.set(file, text);
    }
    const { findings } = loadRegistry(treeOf('memory', files));
    expect(
      findings.map(
        ({ location: { file, line, column }, rule }) => `${file}:${line}:${column} ${rule}`,
      ),
    ).toEqual(found);
  });

  test('suggests the key that was meant', () => {
    const files = new Map([
      ...sound,
      ['schemas/parties/oms.yaml', 'kind: system\ntitle: A\ncontcat: {}\n'],
    ]);
    expect(loadRegistry(treeOf('memory', files)).findings[0]?.fix).toBe('Did you mean "contact"?');
  });

  test('refuses bytes that are no UTF-8', () => {
    const files = new Map<string, string | Uint8Array>([
      ...sound,
      ['schemas/parties/oms.yaml', new Uint8Array([0xff, 0xfe])],
    ]);
    expect(loadRegistry(treeOf('memory', files)).findings.map(({ rule }) => rule)).toEqual([
      'document/malformed',
    ]);
  });

  test('merges defaults key by key; null unsets', () => {
    const files = new Map([
      ...flowFiles({
        versions: ['1.0.0'],
        locked: [],
        agreement: { compatibility: { writer: 'open' }, delivery: { rate: null } },
      }),
      [
        'treaty.yaml',
        'version: 1\nname: test\ndefaults:\n  compatibility: { direction: backward, window: { majors: 3 } }\n  delivery: { rate: { perSecond: 5 }, retry: { within: 24h } }\n',
      ],
    ]);
    const { agreement } =
      [...loadRegistry(treeOf('memory', files)).registry.flows.values()][0] ?? {};
    expect(agreement?.compatibility).toEqual({
      direction: 'backward',
      writer: 'open',
      window: { majors: 3, notice: '90d' },
      sunset: {},
    });
    expect(agreement?.delivery).toEqual({ retry: { within: '24h' } });
  });
});

describe('sources', () => {
  let root = '';
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'treaty-registry-'));
    for (const [file, text] of sound) write(`contracts/${file}`, text);
    git('init', '--quiet', '--initial-branch', 'main');
    git('config', 'user.email', 'test@example.com');
    git('config', 'user.name', 'Test');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Add a registry');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  test('a registry is the same from the folder and from the commit, in a subfolder of the repository too', () => {
    const repository = openRepository(join(root, 'contracts'));
    const commit = repository && resolveCommit(repository, 'main');
    if (repository === undefined || commit === undefined)
      throw new Error('the repository is there');
    expect(repository.prefix).toBe('contracts/');
    const [folder, committed] = [
      loadRegistry(openFolder(join(root, 'contracts'))),
      loadRegistry(openCommit(repository, commit)),
    ];
    const digests = (loaded: typeof folder): unknown =>
      [...loaded.registry.flows.values()].map((flow) => [
        flow.id,
        flow.document.value,
        flow.versions.map(versionDigest),
        flow.lock,
      ]);
    expect(digests(committed)).toEqual(digests(folder));
    expect(committed.findings).toEqual(folder.findings);
  });

  test('line ends do not change a digest', () => {
    const crlf = new Map([...sound].map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));
    const versions = (files: ReadonlyMap<string, string>): readonly string[] =>
      [...loadRegistry(treeOf('memory', files)).registry.flows.values()].flatMap((flow) =>
        flow.versions.map(versionDigest),
      );
    expect(versions(crlf)).toEqual(versions(sound));
  });

  test('links are not followed', () => {
    symlinkSync('/etc/passwd', join(root, 'contracts/schemas/parties/passwd.yaml'));
    expect(openFolder(join(root, 'contracts')).files).not.toContain('schemas/parties/passwd.yaml');
  });

  test.each([
    ['nowhere', 'evidence/unknown-commit'],
    ['--upload-pack=touch x', 'evidence/unknown-commit'],
    ['unrelated', 'evidence/no-merge-base'],
  ])('against %s: %s', (ref, rule) => {
    if (ref === 'unrelated') {
      const tree = git('mktree');
      git('branch', '--force', 'unrelated', git('commit-tree', tree, '-m', 'another history'));
    }
    const against = openAgainst(join(root, 'contracts'), ref);
    expect('rule' in against ? against.rule : undefined).toBe(rule);
  });

  test('against a branch: its head, and where the change left it', () => {
    git('checkout', '--quiet', '-b', 'change');
    write('contracts/note.txt', 'x');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Change');
    const against = openAgainst(join(root, 'contracts'), 'main');
    expect('base' in against && against.mergeBase.sha).toBe(git('rev-parse', 'main'));
  });

  test('in a repository without commits nothing can be compared, and all is read', () => {
    const outside = mkdtempSync(join(tmpdir(), 'treaty-outside-'));
    execFileSync('git', ['init', '--quiet'], { cwd: outside });
    const rules = ['main', 'HEAD'].map((ref) => {
      const against = openAgainst(outside, ref);
      return 'rule' in against ? against.rule : undefined;
    });
    const { findings } = loadRegistry(openFolder(outside));
    rmSync(outside, { recursive: true });
    expect(rules).toEqual(['evidence/unknown-commit', 'evidence/unknown-commit']);
    expect(findings.map(({ rule }) => rule)).toEqual(['document/missing']);
  });

  test('outside of a repository nothing can be compared', () => {
    const outside = mkdtempSync(join(tmpdir(), 'treaty-outside-'));
    const against = openAgainst(outside, 'main');
    rmSync(outside, { recursive: true });
    expect('rule' in against ? against.rule : undefined).toBe('evidence/no-repository');
  });
});
