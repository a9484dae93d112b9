import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cache, nodeVersion } from '../src/doctor/surroundings.ts';

test('a Node.js that is too old is named, with what is needed', () => {
  expect(nodeVersion('20.19.0').ok).toBe(true);
  expect(nodeVersion('22.1.0').ok).toBe(true);
  for (const version of ['20.18.3', '18.20.0']) {
    expect(nodeVersion(version)).toMatchObject({
      ok: false,
      finding: { message: `Node.js is ${version}, and Treaty needs 20.19 or later.` },
    });
  }
});

test('results are kept in the nearest node_modules, and nowhere without one', () => {
  const outer = mkdtempSync(join(tmpdir(), 'treaty-doctor-'));
  const root = join(outer, 'registry');
  try {
    mkdirSync(root);
    expect(cache(root)).toEqual({
      ok: true,
      message: 'no results are kept: there is no node_modules',
    });
    mkdirSync(join(outer, 'node_modules'));
    expect(cache(root)).toEqual({
      ok: true,
      message: 'results can be kept in node_modules/.cache',
    });
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
});
