import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);

test('all that did not pass has failed: skipped, unwritten, not collected, not caught', () => {
  const folder = mkdtempSync(join(tmpdir(), 'treaty-counts-'));
  const counts = join(folder, 'counts.json');
  try {
    const reporter = `--reporter=${path('../vitest-reporter.js')}`;
    const { status } = spawnSync(
      process.execPath,
      [vitest, 'run', '--root', path('fixtures/counted'), reporter],
      { env: { ...process.env, TREATY_TEST_COUNTS: counts } },
    );
    expect(status).toBe(1);
    // Passed: one in each of two suites, and the one that left a rejection. Failed: a test, a skipped and an
    // unwritten one, a file that could not be loaded, and the rejection.
    expect(JSON.parse(readFileSync(counts, 'utf8'))).toEqual({ passed: 3, failed: 5 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
