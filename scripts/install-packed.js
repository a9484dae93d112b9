// Installs Treaty as a stranger gets it: packs it, and installs the tarballs into an empty folder with npm.
//   node scripts/install-packed.js <folder>     after a build

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { npmScript } from './npm-script.js';

/**
 * The tarballs stay beside what is installed from them, in <folder>/tarballs.
 * @param {string} folder
 */
function install(folder) {
  const script = fileURLToPath(new URL('pack.js', import.meta.url));
  const packed = execFileSync(execPath, [script, join(folder, 'tarballs')], { encoding: 'utf8' });
  // Without a manifest of its own npm would install into the nearest folder above that has one.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  execFileSync(execPath, [npmScript('npm'), 'install', ...quiet, ...packed.trim().split(/\r?\n/)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const [folder, ...surplus] = process.argv.slice(2);
if (folder === undefined || surplus.length > 0) {
  console.error('usage: node scripts/install-packed.js <folder>');
  process.exitCode = 2;
} else install(folder);
