import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pagesOf } from './registry.ts';

const GOLDEN = fileURLToPath(new URL('./golden', import.meta.url));

// UPDATE_GOLDEN=1 writes the pages anew; read the difference before you commit it.
test('the pages of the registry are those in test/golden', () => {
  const pages = pagesOf();
  if (process.env['UPDATE_GOLDEN'] === '1') {
    for (const [path, page] of pages) {
      mkdirSync(dirname(join(GOLDEN, path)), { recursive: true });
      writeFileSync(join(GOLDEN, path), page);
    }
  }
  const golden = readdirSync(GOLDEN, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path): [string, string] => [
      path.slice(GOLDEN.length + 1).replaceAll('\\', '/'),
      readFileSync(path, 'utf8').replaceAll('\r\n', '\n'),
    ]);
  expect(golden.length).toBe(5);
  expect(Object.fromEntries(pages)).toEqual(Object.fromEntries(golden));
});

test('every link leads to a page or to a place on one', () => {
  const pages = pagesOf();
  const anchors = new Set(
    [...pages].flatMap(([path, page]) =>
      [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => `${path}#${id}`),
    ),
  );
  let links = 0;
  for (const [path, page] of pages) {
    for (const [, to = ''] of page.matchAll(/\]\(([^)]+)\)/g)) {
      const target = join(dirname(path), to).replaceAll('\\', '/');
      expect(pages.has(target) || anchors.has(target), `${path}: ${to}`).toBe(true);
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(10);
});
