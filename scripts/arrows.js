// Checks the arrows of the design (arrows.json) against every import, manifest and project of the workspace.
//   node scripts/arrows.js            says what was looked at, and fails on any other arrow
//   node scripts/arrows.js --write    draws the arrows into docs/explanation/architecture.md first

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './arrows/check.js';
import { ARCHITECTURE } from './arrows/check-pages.js';
import { readHouse } from './arrows/house.js';
import { withPicture } from './arrows/picture.js';
import { readTree } from './arrows/tree.js';
import { readWorkspace } from './arrows/workspace.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const house = readHouse(readFileSync(new URL('arrows.json', import.meta.url), 'utf8'));
const tree = readTree(root);

if (process.argv.includes('--write')) {
  const page = withPicture(tree.get(ARCHITECTURE) ?? '', house, readWorkspace(tree));
  writeFileSync(join(root, ARCHITECTURE), page);
  tree.set(ARCHITECTURE, page);
}

const { problems, counts } = check(house, tree);
for (const { path, line, message } of problems) console.log(`${path}:${line}: ${message}`);
console.log(`${counts.packages} packages, ${counts.files} files, ${counts.imports} imports`);
if (problems.length > 0) {
  console.log(`${problems.length} against the arrows of the design`);
  process.exitCode = 1;
}
