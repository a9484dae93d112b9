import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { markdownFiles, ROOT } from './blocks/markdown-files.ts';

interface Link {
  readonly file: string;
  readonly target: string;
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

function linksOf(file: string): readonly Link[] {
  const targets = [...withoutBlocks(read(file)).matchAll(/\]\(([^()\s]+)\)/g)];
  return targets
    .map(([, target = '']) => ({ file, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

/** Headings as GitHub names their places. */
function placesOf(text: string): ReadonlySet<string> {
  const headings = withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm);
  return new Set(
    [...headings].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

function isDead({ file, target }: Link): boolean {
  const [path = '', place] = target.split('#');
  const to = path === '' ? file : join(dirname(file), path);
  if (!existsSync(join(ROOT, to))) return true;
  return place !== undefined && !placesOf(read(to)).has(place);
}

const links = markdownFiles().flatMap(linksOf);

test('every link of every document leads somewhere', () => {
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(isDead)).toEqual([]);
});

test('a dead link is found', () => {
  for (const target of ['docs/nosuch.md', 'docs/README.md#nosuch', '#nosuch'])
    expect(isDead({ file: 'README.md', target }), target).toBe(true);
});

test('every page of the documentation is in its index', () => {
  const listed = linksOf('docs/README.md').map(({ target }) => `docs/${target}`);
  const pages = markdownFiles('docs').filter((file) => file !== 'docs/README.md');
  expect(pages.filter((page) => !listed.includes(page))).toEqual([]);
});
