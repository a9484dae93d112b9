import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'cli/test/**/*.test.ts',
      'examples/*/test/**/*.test.ts',
      'scripts/test/**/*.test.ts',
    ],
    // Cases and their expected outcome, which tests read as data.
    exclude: ['**/node_modules/**', '**/dist/**', '**/test/{broken,cases,fixtures,golden}/**'],
    // Some tests start git or the packed command, which is slow on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'threads',
    // By default one core is left idle, which on a machine of two is half of it.
    maxWorkers: '100%',
    // A snapshot that writes itself, or a suite that one `only` empties, could not fail.
    update: 'none',
    allowOnly: false,
  },
});
