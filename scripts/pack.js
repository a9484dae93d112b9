// Packs every package that is published into a folder, as it would go to the registry.
//   node scripts/pack.js <folder>     after a build; prints the paths of the tarballs

import { packPackages } from './packages.js';

const [folder, ...surplus] = process.argv.slice(2);
if (folder === undefined || surplus.length > 0) {
  console.error('usage: node scripts/pack.js <folder>');
  process.exitCode = 2;
} else {
  for (const { tarball } of packPackages(folder)) console.log(tarball);
}
