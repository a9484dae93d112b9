import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../arrows/check.js';
import { readHouse } from '../arrows/house.js';
import { withPicture } from '../arrows/picture.js';
import { readTree } from '../arrows/tree.js';
import { readWorkspace } from '../arrows/workspace.js';
import { AGAINST_IMPORTS } from './import-cases.ts';
import { AGAINST_PACKAGES } from './package-cases.ts';
import { HOUSE, SOUND } from './sound-house.ts';

const PAGE = 'docs/explanation/architecture.md';
const house = readHouse(JSON.stringify(HOUSE));

/** The sound house with some files replaced, and without those that are undefined. */
function workspace(
  changes: Readonly<Record<string, string | undefined>> = {},
): Map<string, string> {
  const files = Object.entries({ ...SOUND, ...changes });
  return new Map(files.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function problems(tree: Map<string, string>): string[] {
  return check(house, tree).problems.map((p) => `${p.path}:${p.line}: ${p.message}`);
}

test('a sound workspace has no problems, and what was looked at is counted', () => {
  expect(check(house, workspace())).toEqual({
    problems: [],
    counts: { packages: 8, files: 19, imports: 16 },
  });
});

test.each([...AGAINST_IMPORTS, ...AGAINST_PACKAGES])('$name', ({ files, expected }) => {
  const tree = workspace(files);
  // The picture follows every import; only the case that is about it has one that is out of date.
  tree.set(PAGE, withPicture(tree.get(PAGE) ?? '', house, readWorkspace(tree)));
  expect(problems(tree)).toEqual(expected);
});

test('looking at nothing fails', () => {
  const nothing = workspace(
    Object.fromEntries(Object.keys(SOUND).map((path) => [path, undefined])),
  );
  expect(problems(nothing)).toEqual(
    expect.arrayContaining([
      '.:1: looked at no packages',
      '.:1: looked at no files',
      '.:1: looked at no imports',
    ]),
  );
});

test('looking at fewer files than there are fails', () => {
  const rootless = workspace({ 'package.json': undefined });
  expect(problems(rootless)).toContain('.:1: looked at 17 of 19 files');
});

test('the picture is drawn where it belongs, is then found current, and a lost mark is a fault', () => {
  const tree = workspace();
  const drawn = tree.get(PAGE) ?? '';
  tree.set(PAGE, drawn.replace('  middle --> ground\n', ''));
  expect(problems(tree)).toHaveLength(1);
  const places = readWorkspace(tree);
  expect(withPicture(tree.get(PAGE) ?? '', house, places)).toBe(drawn);
  expect(() => withPicture('# Architecture', house, places)).toThrow('lost its marks');
});

test('an arrow is drawn where the sources import, unless imports of imports imply it', () => {
  const importing = (...names: string[]): string =>
    names.map((name) => `import '@house/${name}';\n`).join('');
  const arrows = (files: Readonly<Record<string, string>>): string[] => {
    const tree = workspace(files);
    const page = withPicture(tree.get(PAGE) ?? '', house, readWorkspace(tree));
    return page.split('\n').filter((line) => line.includes('upper -->'));
  };
  const upper = 'packages/upper/src/it.ts';
  expect(arrows({ [upper]: importing('middle', 'ground') })).toEqual(['  upper --> middle']);
  expect(arrows({ [upper]: '' })).toEqual([]);
});

test('an arrow that points upwards is no house', () => {
  const packages = [
    { name: 'ground', purpose: 'p', imports: ['middle'] },
    { name: 'middle', purpose: 'p', imports: [] },
  ];
  expect(() => readHouse(JSON.stringify({ ...HOUSE, packages }))).toThrow(
    'does not point downwards',
  );
});

test('what is withheld is not inherited, and the rest follows the arrows of arrows', () => {
  const reach = Object.fromEntries(house.rooms.map((r) => [r.name, [...r.reach].sort()]));
  expect(reach).toEqual({
    ground: [],
    words: ['ground'],
    middle: ['ground'],
    upper: ['ground', 'middle', 'words'],
    alone: ['words'],
    testkit: ['alone', 'ground', 'middle', 'upper', 'words'],
    cli: ['alone', 'ground', 'middle', 'upper', 'words'],
  });
});

test('the real house gives the packages that stand alone nothing of Treaty', () => {
  const real = readHouse(readFileSync(new URL('../arrows.json', import.meta.url), 'utf8'));
  const reach = Object.fromEntries(real.rooms.map((r) => [r.name, [...r.reach].sort()]));
  expect(reach['codeowners']).toEqual([]);
  expect(reach['client']).toEqual([]);
  expect(reach['containment']).toEqual(['json', 'schema']);
  expect(reach['invariants']).toEqual(['findings', 'json', 'schema']);
});

test('a tree is read from disk, without what is installed, built or a case, and with line ends alike', () => {
  const root = mkdtempSync(join(tmpdir(), 'treaty-arrows-'));
  const files = {
    'package.json': '{}\r\n',
    'packages/a/src/a.ts': 'export const a = 1;\r\n',
    'packages/a/src/a.json': '{}',
    'packages/a/dist/a.js': '',
    'packages/a/node_modules/b/index.js': '',
    'packages/a/test/golden/deep/case.ts': '',
    'packages/a/test/a.test.ts': '',
  };
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    expect([...readTree(root)]).toEqual([
      ['package.json', '{}\n'],
      ['packages/a/src/a.ts', 'export const a = 1;\n'],
      ['packages/a/test/a.test.ts', ''],
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
