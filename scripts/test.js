// `pnpm test`: builds, lints, checks the arrows, runs the tests. A failing step fails the run, and the later ones
// still run. Ends with `N passed, N failed` alone on a line; each failed step before the tests counts as one failed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { removeStaleOutputs } from './stale-outputs.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const STEPS = [
  { name: 'build', command: [...tool('typescript', 'tsc'), '-b'] },
  {
    name: 'types of the documents',
    command: ['packages/registry/scripts/document-types.js', '--check'],
  },
  { name: 'types of the scripts', command: [...tool('typescript', 'tsc'), '-p', 'scripts'] },
  { name: 'biome', command: [...tool('@biomejs/biome', 'biome'), 'ci', '.'] },
  { name: 'oxlint', command: [...tool('oxlint', 'oxlint'), '--type-aware'] },
  { name: 'arrows', command: ['scripts/arrows.js'] },
  // A note that its configuration is out of date is a fault as well: an ignore that nothing needs any more.
  {
    name: 'knip',
    command: [...tool('knip', 'knip'), '--no-progress', '--treat-config-hints-as-errors'],
  },
];

/**
 * The script behind a command of an installed package, to be run by this very Node, without a shell.
 * @param {string} name
 * @param {string} bin
 * @returns {string[]}
 */
function tool(name, bin) {
  const folder = join(root, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [join(folder, manifest.bin[bin])];
}

/**
 * @param {string} name
 * @param {string[]} command
 * @param {Record<string, string>} [more] Environment.
 * @returns {boolean} Whether it succeeded.
 */
function run(name, command, more = {}) {
  console.log(`\n== ${name}`);
  const { status, error } = spawnSync(execPath, command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ...(stdout.isTTY ? {} : { NO_COLOR: '1' }), ...more },
  });
  if (error !== undefined) console.log(error.message);
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'failed'}`);
  return status === 0;
}

/** @returns {{ passed: number, failed: number }} */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'treaty-test-'));
  const path = join(folder, 'counts.json');
  const reporters = ['--reporter=default', '--reporter=./scripts/vitest-reporter.js'];
  const passed = run('tests', [...tool('vitest', 'vitest'), 'run', ...reporters], {
    TREATY_TEST_COUNTS: path,
  });
  const counts = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  // A run that broke, or that ran nothing, fails even where no test did.
  if (counts.failed === 0 && (!passed || counts.passed === 0)) counts.failed = 1;
  return counts;
}

for (const folder of [
  ...readdirSync(join(root, 'packages')).map((n) => join('packages', n)),
  'cli',
]) {
  for (const path of removeStaleOutputs(join(root, folder)))
    console.log(`removed ${path}: its source is gone`);
}
const failedSteps = STEPS.filter(({ name, command }) => !run(name, command)).map((s) => s.name);
const { passed, failed } = runTests();
const total = failed + failedSteps.length;

if (failedSteps.length > 0) console.log(`\nfailed before the tests: ${failedSteps.join(', ')}`);
if (total > 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${total} failed`);
