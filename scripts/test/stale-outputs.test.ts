import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { removeStaleOutputs } from '../stale-outputs.js';

function remaining(files: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'treaty-stale-'));
  try {
    for (const path of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    const removed = removeStaleOutputs(folder);
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) =>
      e.isFile(),
    );
    expect(removed).toHaveLength(files.length - kept.length);
    return kept
      .map((e) =>
        join(e.parentPath, e.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('outputs without a source go, all else stays', () => {
  expect(
    remaining([
      'dist/kept.d.ts',
      'dist/kept.js',
      'dist/kept.js.map',
      'dist/table.json',
      'dist/deep/gone.d.ts.map',
      'dist/deep/gone.js',
      'src/kept.ts',
      'tsconfig.tsbuildinfo',
    ]),
  ).toEqual([
    'dist/kept.d.ts',
    'dist/kept.js',
    'dist/kept.js.map',
    'dist/table.json',
    'src/kept.ts',
    'tsconfig.tsbuildinfo',
  ]);
});

test('the record of a build goes with its outputs', () => {
  expect(remaining(['src/kept.ts', 'tsconfig.tsbuildinfo'])).toEqual(['src/kept.ts']);
});
