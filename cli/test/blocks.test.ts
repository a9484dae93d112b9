import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKFLOW_TEXT } from '@treaty/authoring';
import { readJson, readYaml } from '@treaty/json';
import { expect, test } from 'vitest';
import { type Block, blocksOf, markdownFiles, ROOT } from './blocks/markdown-files.ts';
import { shellProblems } from './blocks/shell.ts';
import { typeProblems } from './blocks/typescript.ts';

const files = markdownFiles();
const blocks = files.flatMap(blocksOf);
const place = ({ file, line, language }: Block): string => `${file}:${line} ${language}`;

/** Played by documents.test.ts, where they show a command at all. */
const isPlayed = ({ file }: Block): boolean =>
  /^(?:README\.md$|docs\/|cli\/test\/transcripts\/)/.test(file) &&
  readFileSync(join(ROOT, file), 'utf8').includes('```console');

/** Pages that reference.test.ts compares as a whole. */
const isMade = ({ file }: Block): boolean => file.startsWith('docs/reference/');

const USED_BY_THE_PLAYER: ReadonlySet<string> = new Set(['write', 'edit', 'excerpt']);

/** Who checks a block, by its language; undefined: nobody. */
function checkOf(block: Block): string | undefined {
  const { language, directives, text, file } = block;
  if (isMade(block)) return 'compared';
  if (directives.some((one) => USED_BY_THE_PLAYER.has(one)))
    return isPlayed(block) ? 'played' : undefined;
  switch (language) {
    case 'console':
      return isPlayed(block) ? 'played' : undefined;
    case 'ts':
      return 'compiled';
    case 'sh':
      return 'looked up';
    case 'json':
      return 'parsed';
    case 'yaml':
      return text === WORKFLOW_TEXT ? 'compared' : undefined;
    case 'mermaid':
      // node scripts/arrows.js draws it.
      return file === 'docs/explanation/architecture.md' ? 'compared' : undefined;
    default:
      return undefined;
  }
}

const checkedBy = (check: string): readonly Block[] =>
  blocks.filter((block) => checkOf(block) === check);

test('every block of every document is of a kind that something checks', () => {
  expect(files).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'SECURITY.md']));
  expect(blocks.length).toBeGreaterThan(80);
  expect(blocks.filter((block) => checkOf(block) === undefined).map(place)).toEqual([]);
});

test('what is not run says so, and is little', () => {
  const exempt = blocks.filter(({ directives }) => directives.includes('not run'));
  expect(exempt.map(({ file, language }) => `${file} ${language}`)).toEqual(['README.md console']);
});

test('TypeScript compiles', () => {
  const compiled = checkedBy('compiled');
  expect(compiled.length).toBeGreaterThanOrEqual(4);
  expect(typeProblems(compiled)).toEqual([]);
});

test('commands name scripts, tools, versions and files that are there', () => {
  const looked = checkedBy('looked up');
  expect(looked.length).toBeGreaterThanOrEqual(4);
  expect(looked.flatMap(shellProblems)).toEqual([]);
});

test('JSON is JSON', () => {
  for (const block of checkedBy('parsed')) {
    expect(readJson(block.text).problems, place(block)).toEqual([]);
  }
  expect(readYaml(WORKFLOW_TEXT).problems).toEqual([]);
});

test('what is wrong is found', () => {
  const block = (language: string, text: string, file = 'CONTRIBUTING.md'): Block => ({
    file,
    line: 1,
    language,
    text,
    directives: [],
  });
  for (const [language, text] of [
    ['', 'treaty check'],
    ['bash', 'ls'],
    ['yaml', 'title: Order placed'],
    ['console', '$ treaty check'],
    ['diff', '-title: Order placed'],
    ['mermaid', 'flowchart LR'],
  ] as const)
    expect(checkOf(block(language, text)), language).toBeUndefined();
  expect(
    typeProblems([
      block('ts', "import type { Gone } from '@acme/contracts/order/placed/v2';\n"),
      block('ts', "import { nothing } from '@treaty/codeowners';\nnothing();\n"),
    ]),
  ).toHaveLength(2);
  expect(
    [
      'pnpm nosuch',
      'npx --yes pnpm@9.0.0 test',
      'npx nosuch',
      'node scripts/nosuch.js',
      'UPDATE_GOLDEN=1 npx vitest run cli/test/nosuch.test.ts',
      'make',
    ].flatMap((text) => shellProblems(block('sh', text))),
  ).toHaveLength(6);
});
