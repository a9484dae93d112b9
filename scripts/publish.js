// Publishes the packages whose version npm does not have yet, each with its provenance: a signed statement, made by
// the workflow itself, of the commit and the workflow that it comes from.
//   node scripts/publish.js <owner>/<name>             in the release workflow, after a build
//   node scripts/publish.js <owner>/<name> --dry-run   the same up to the sending; offline, on any machine

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { npmScript } from './npm-script.js';
import { packPackages, publishedPackages } from './packages.js';

/**
 * npm refuses a provenance whose repository is not the one of the manifest. Where the workflow runs is known only
 * there, and a fork has another: so the manifests name it only while they are packed.
 * @template T
 * @param {string} repository `owner/name` on GitHub.
 * @param {() => T} pack
 * @returns {T}
 */
function withRepository(repository, pack) {
  const manifests = publishedPackages().map(({ folder }) => join(folder, 'package.json'));
  const before = manifests.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  try {
    const field = { type: 'git', url: `git+https://github.com/${repository}.git` };
    for (const { path, text } of before) {
      writeFileSync(path, JSON.stringify({ ...JSON.parse(text), repository: field }, null, 2));
    }
    return pack();
  } finally {
    for (const { path, text } of before) writeFileSync(path, text);
  }
}

/** @param {readonly string[]} args */
const npm = (args) =>
  spawnSync(execPath, [npmScript('npm'), ...args], { cwd: tmpdir(), encoding: 'utf8' });

/**
 * A release that broke off halfway is taken up where it stopped.
 * @param {{ name: string, version: string }} one
 */
function isThere({ name, version }) {
  const { status, stdout, stderr } = npm(['view', `${name}@${version}`, 'version', '--json']);
  if (status === 0) return stdout.includes(version);
  if (`${stdout}${stderr}`.includes('E404')) return false;
  throw new Error(`npm does not say whether ${name} ${version} is there:\n${stderr}`);
}

/**
 * @param {string} repository
 * @param {boolean} isDry
 */
function publish(repository, isDry) {
  const folder = mkdtempSync(join(tmpdir(), 'treaty-publish-'));
  // Dry, npm asks the registry questions whose answers it does without.
  const how = isDry ? ['--dry-run', '--fetch-retries=0', '--offline'] : ['--provenance'];
  try {
    for (const one of withRepository(repository, () => packPackages(folder))) {
      const title = `${one.name} ${one.version}`;
      if (!isDry && isThere(one)) {
        console.log(`${title}: is there already`);
        continue;
      }
      const { status, stderr } = npm(['publish', one.tarball, '--loglevel=warn', ...how]);
      if (status !== 0) throw new Error(`npm does not take ${title}:\n${stderr}`);
      console.log(`${title}: ${isDry ? 'would be published' : 'published'}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [repository, mode, ...surplus] = process.argv.slice(2);
const isUsable = /^[\w.-]+\/[\w.-]+$/.test(repository ?? '') && surplus.length === 0;
if (repository === undefined || !isUsable || (mode !== undefined && mode !== '--dry-run')) {
  console.error('usage: node scripts/publish.js <owner>/<name> [--dry-run]');
  process.exitCode = 2;
} else publish(repository, mode === '--dry-run');
