import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestProblems, typesOf } from './packed/judge-tarball.ts';
import { commandsOf, errorsOf, installAsStranger, type Stranger } from './packed/stranger.ts';

let stranger: Stranger;

// Packing and installing, and then a dozen starts of commands, on a machine that does other things too.
const PATIENCE_MS = 300_000;

beforeAll(() => {
  stranger = installAsStranger();
}, PATIENCE_MS);

afterAll(() => stranger?.leave());

test('each package brings its code and its documents, and neither sources nor tests', () => {
  const house = join(stranger.folder, 'node_modules', '@treaty');
  const packages = readdirSync(house).sort();
  expect(packages).toContain('cli');
  expect(packages).toContain('containment');
  expect(packages).not.toContain('corpus');
  const beside: Record<string, readonly string[]> = {
    approvals: ['snapshot.schema.json'],
    authoring: ['sample'],
    cli: ['bin'],
    findings: ['report.schema.json'],
    registry: ['documents'],
  };
  for (const name of packages) {
    const present = readdirSync(join(house, name)).filter((entry) => entry !== 'README.md');
    const expected = ['LICENSE', 'dist', 'package.json', ...(beside[name] ?? [])].sort();
    expect(present.sort(), name).toEqual(expected);
    const code = readdirSync(join(house, name, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(code, name).toContain(name === 'cli' ? 'main.js' : 'index.js');
    expect(code.filter((file) => /(?<!\.d)\.ts$|\.test\.|\.tsbuildinfo$/.test(file))).toEqual([]);
    const manifest = readFileSync(join(house, name, 'package.json'), 'utf8');
    expect(manifest).not.toMatch(/workspace:|catalog:/);
  }
  expect(readdirSync(join(house, 'registry/documents'))).toContain('contract.schema.json');
  const sample = readdirSync(join(house, 'authoring/sample'), { recursive: true });
  expect(sample).toContain('treaty.yaml');
  expect(sample).toContain(join('.github', 'CODEOWNERS'));
});

test('publint and are-the-types-wrong find nothing in any package', {
  timeout: PATIENCE_MS,
}, async () => {
  const tarballs = readdirSync(join(stranger.folder, 'tarballs'));
  expect(tarballs.length).toBeGreaterThanOrEqual(14);
  for (const name of tarballs) {
    const tarball = join(stranger.folder, 'tarballs', name);
    expect(await manifestProblems(tarball), name).toEqual([]);
    const { entries, problems } = await typesOf(tarball);
    expect(problems, name).toEqual([]);
    if (!name.startsWith('treaty-cli-')) expect(entries, name).toContain('.');
  }
});

test('`npx treaty demo` tells the whole story', { timeout: PATIENCE_MS }, () => {
  const { code, stdout, stderr } = stranger.type('npx treaty demo');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const story = [
    'order/placed 2.1.0 is a major; disagrees with 2.0.0',
    '2.1.0/schema.json\n  16:5    error ',
    'breaks   oms, erp',
    'witness  {\n',
    '✗ 1 flow changed since main',
    '$ treaty who --against main',
    'system of record and consumer oms of order/placed  @acme/oms',
    'order/placed 2.1.0 is a minor; agrees with 2.0.0',
    '✓ 1 flow changed since main',
    '✓ 1 payload against order/placed 2.1.0',
    'order-with-mistakes.json\n  4:15    error    /placedAt: ',
    '@acme/contracts/order/placed/v2',
    ' files written',
  ];
  let from = 0;
  for (const part of story) {
    const at = stdout.indexOf(part, from);
    expect(at, `${part}\nis not there, or not in its place:\n${stdout}`).toBeGreaterThan(-1);
    from = at + part.length;
  }
});

test('the first half hour in a repository that has schemas', { timeout: PATIENCE_MS }, () => {
  const shop = stranger.repository(new URL('./fixtures/existing/', import.meta.url));
  const path = (file: string): string => join(shop, file);
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(path(file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(path(file), text.replace(from, to));
  };
  const type = (command: string): string => {
    const { code, stdout, stderr } = stranger.type(command, shop);
    expect(code, `${command}\n${stdout}${stderr}`).toBe(0);
    return stdout;
  };
  const commit = (message: string): string =>
    type(`git add --all && git commit --quiet --message '${message}'`);
  const lineOf = (file: string, part: string): number =>
    readFileSync(path(file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(part)) + 1;

  commit('Our contracts');
  expect(type("npx treaty init --from 'contracts/**/*.json'")).toContain('10 moves');
  commit('Adopt Treaty');
  const left = readdirSync(path('contracts'), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['money.json']);
  const known = JSON.parse(readFileSync(path('treaty.baseline.json'), 'utf8')).findings;
  expect(new Set(known.map(({ rule }: { rule: string }) => rule))).toEqual(
    new Set(['party/unknown', 'schema/unknown-format', 'compatibility/nothing-to-send']),
  );
  // What only its people can add is said, and stops nobody: whom to ask.
  const adopted = type('npx treaty check');
  expect(adopted).toContain('CODEOWNERS names nobody');
  expect(adopted).toMatch(/! 8 flows, 10 versions, 0 samples: 0 errors, 1 warning\n$/);

  // What the workflow runs on a pull request. npx finds the package installed above, at the version it asks for.
  type('git clone --quiet --bare . ../origin.git && git remote add origin ../origin.git');
  const [command = '', ...more] = commandsOf(path('.github/workflows/treaty.yml'));
  expect(more).toEqual([]);
  const pullRequest = () => {
    type('git fetch --quiet origin');
    return stranger.type(command, shop, { GITHUB_BASE_REF: 'main' });
  };

  // The first pull request says who reads two of the flows.
  const stock = 'schemas/inventory/stock-adjusted';
  const payments = 'schemas/payments/captured';
  type('git switch --quiet --create consumers');
  for (const [flow, party] of [
    [stock, 'wms'],
    [payments, 'erp'],
  ] as const) {
    type(`treaty new party ${party}`);
    edit(`${flow}/contract.yaml`, '  unknown: {', `  ${party}: {`);
  }
  commit('Say who reads stock and payments');
  const named = pullRequest();
  expect(named.code, named.stdout + named.stderr).toBe(0);
  expect(errorsOf(named.stdout)).toEqual([]);
  type('git push --quiet origin consumers:main');

  // Somebody narrows an enumeration of a released version.
  type('git switch --quiet --create edit');
  const released = `${stock}/1.1.0/schema.json`;
  edit(released, '"sale", "count", "damage"', '"sale", "count"');
  commit('Nobody reports damage');
  const edited = pullRequest();
  expect(edited.code).toBe(1);
  expect(errorsOf(edited.stdout)).toMatchObject([
    {
      file: released,
      line: lineOf(released, '"reason"'),
      rule: 'lock/released-version-changed',
      lines: expect.arrayContaining([
        'Breaks: wms',
        expect.stringMatching(/^Witness: \{.*"reason":"damage"/),
      ]),
    },
  ]);

  // Somebody else writes a next version, with one more value than the consumers know.
  type('git switch --quiet --create next consumers');
  type('treaty new payments/captured@minor');
  const next = `${payments}/1.1.0/schema.json`;
  edit(next, '"card", "invoice", "wallet"', '"card", "invoice", "wallet", "gift-card"');
  commit('Gift cards');
  const widened = pullRequest();
  expect(widened.code).toBe(1);
  const [finding, ...others] = errorsOf(widened.stdout);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    file: next,
    line: lineOf(next, '"gift-card"'),
    rule: 'compatibility/forward-broken',
  });
  expect(finding?.lines).toContain('Breaks: erp');

  // The witness is a payload that anybody can send: the next version takes it, the one that erp runs on does not.
  const witness = finding?.lines.find((line) => line.startsWith('Witness: '))?.slice(9) ?? '';
  mkdirSync(path('tmp'));
  writeFileSync(path('tmp/witness.json'), witness);
  expect(type('treaty validate payments/captured@1.1.0 tmp/witness.json')).toContain('✓');
  const refused = stranger.type('treaty validate payments/captured@1.0.0 tmp/witness.json', shop);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('/method: ');
});
