import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { codegenRules, driftOf, generatePackage } from '../src/index.ts';
import { complaints, install, TODAY, uninstall, write } from './packages.ts';
import { testRegistry } from './registry.ts';

const GOLDEN = fileURLToPath(new URL('./golden', import.meta.url));
const NAME = '@acme/contracts';
const { files, findings } = await generatePackage(testRegistry(), TODAY);

describe('the generated package', () => {
  // UPDATE_GOLDEN=1 writes the files anew; review the difference.
  it('is the one in test/golden', () => {
    if (process.env['UPDATE_GOLDEN']) write(GOLDEN, files);
    const paths = readdirSync(GOLDEN, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(GOLDEN, join(entry.parentPath, entry.name)));
    const golden = new Map(
      paths.map((path) => [path.split(sep).join('/'), readFileSync(join(GOLDEN, path), 'utf8')]),
    );
    expect(golden.size).toBe(8);
    expect(driftOf(files, golden, codegenRules.drift)).toEqual([]);
  });

  it('has line feeds only, one at the end of each file', () => {
    for (const text of files.values()) expect(text).toMatch(/^[^\r]*[^\s]\n$/);
  });

  it('is the same whatever the line ends of the registry are', async () => {
    const other = testRegistry((text) => text.replaceAll('\n', '\r\n'));
    const again = await generatePackage(other, TODAY);
    expect([...again.files]).toEqual([...files]);
  });
});

describe('the entries', () => {
  const paths = async (today: string): Promise<string[]> =>
    [...(await generatePackage(testRegistry(), today)).files.keys()].filter((path) =>
      path.endsWith('.js'),
    );

  it('are the majors that are read, each as its newest released version stands', () => {
    expect(files.get('order/placed/v1.js')).toContain('version = "1.1.0"');
    // 2.1.0 is a draft.
    expect(files.get('order/placed/v2.js')).toContain('version = "2.0.0"');
  });

  it('go with the last day of their major', async () => {
    const all = ['order/placed/v1.js', 'order/placed/v2.js', 'price/changed/v2.js'];
    expect(await paths(TODAY)).toEqual(all);
    expect(await paths('2027-03-31')).toEqual(all);
    expect(await paths('2027-04-01')).toEqual(all.slice(1));
    expect(await paths('2026-01-31')).toEqual([...all.slice(0, 2), 'price/changed/v1.js', all[2]]);
  });

  it('leave out, with a note, a flow of which nothing is released', () => {
    expect(findings.map(({ rule, severity, location }) => [rule, severity, location.file])).toEqual(
      [['codegen/flow-left-out', 'info', 'schemas/stock/adjusted/contract.yaml']],
    );
  });
});

describe('the version of the package', () => {
  const versionOn = async (today: string, edit?: (text: string) => string): Promise<unknown> => {
    const generated = await generatePackage(testRegistry(edit), today);
    return JSON.parse(generated.files.get('package.json') ?? '').version;
  };

  it('counts the majors that are gone, then the releases', async () => {
    expect(await versionOn(TODAY)).toBe('2.5.0');
    expect(await versionOn('2026-01-31')).toBe('1.5.0');
    expect(await versionOn('2027-04-01')).toBe('3.5.0');
  });

  it('rises by a minor with a release', async () => {
    const released = (text: string): string =>
      text.replace(
        /^- \{ version: 2\.0\.0, released: 2026-06-01.*$/m,
        (line) => `${line}\n${line.replace('2.0.0', '2.1.0')}`,
      );
    expect(await versionOn(TODAY, released)).toBe('2.6.0');
  });
});

it('is not generated for a registry that does not name it', async () => {
  const nameless = testRegistry((text, file) =>
    file === 'treaty.yaml' ? text.replace(/^package:.*$/m, '') : text,
  );
  const generated = await generatePackage(nameless, TODAY);
  expect(generated.files.size).toBe(0);
  expect(generated.findings.map(({ rule }) => rule)).toEqual(['codegen/package-unnamed']);
  expect(generated.findings[0]?.fix).toContain('package: "@acme/contracts"');
});

describe('as a service sees it', () => {
  const folder = install(NAME, files);
  afterAll(() => uninstall(folder));

  it('its constants are at run time what the types say', async () => {
    const url = pathToFileURL(join(folder, 'node_modules', NAME, 'order/placed/v2.js')).href;
    expect({ ...(await import(url)) }).toEqual({
      flow: 'order/placed',
      version: '2.0.0',
      title: 'Order placed',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      identity: { key: ['/orderId'], idempotencyKey: ['/orderId', '/revision'] },
    });
    const lines = [
      `import { flow, identity, title, version } from '${NAME}/order/placed/v2';`,
      "export const a: 'order/placed' = flow, b: '2.0.0' = version, c: 'Order placed' = title;",
      "export const d: readonly ['/orderId', '/revision'] = identity.idempotencyKey;",
      "export const e: '1.0.0' = version;",
    ];
    expect([...complaints(folder, lines).keys()]).toEqual([3]);
  });

  const order = {
    orderId: 'SO-00000001',
    revision: 1,
    currency: 'EUR',
    lines: [{ sku: 'a', quantity: 1, price: { amount: 100 }, gift: true }],
    payment: { kind: 'card', token: 't' },
  };
  const { payment: _, ...unpaid } = order;
  const accepted = [
    order,
    { ...order, payment: { kind: 'invoice' }, status: null, tags: { a: 'b' } },
    { ...order, window: ['2026-01-01T00:00:00Z'] },
    { ...order, window: ['2026-01-01T00:00:00Z', 'later'], replaces: 'SO-00000002' },
    { ...order, lines: [] },
  ];
  const refused = [
    unpaid,
    { ...order, revision: '1' },
    { ...order, currency: 'CHF' },
    { ...order, surprise: 1 },
    { ...order, lines: [{ sku: 'a' }] },
    { ...order, payment: { kind: 'card' } },
    { ...order, payment: { kind: 'cash' } },
    { ...order, window: [] },
    { ...order, window: ['a', 'b', 'c'] },
    { ...order, tags: { a: 1 } },
  ];

  it('its types accept payloads and refuse what is none', () => {
    const lines = [
      `import type { OrderPlaced } from '${NAME}/order/placed/v2';`,
      ...[...accepted, ...refused].map(
        (payload, i) => `export const p${i}: OrderPlaced = ${JSON.stringify(payload)};`,
      ),
    ];
    const expected = refused.map((_payload, i) => 1 + accepted.length + i);
    expect([...complaints(folder, lines).keys()].sort((a, b) => a - b)).toEqual(expected);
  });
});
