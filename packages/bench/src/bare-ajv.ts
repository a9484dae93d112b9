// A process of its own: compiles every schema.json below a folder, judges the samples beside it, and does nothing else.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileBare } from './compile-bare.ts';

const [folder = '.'] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const parse = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const samples = new Map<string, string[]>();
for (const file of files.filter((one) => /[\\/]samples[\\/].*\.json$/.test(one))) {
  const version = file.replace(/[\\/]samples[\\/].*$/, '');
  samples.set(version, [...(samples.get(version) ?? []), file]);
}
for (const file of files.filter((one) => /(^|[\\/])schema\.json$/.test(one))) {
  const validate = compileBare(parse(file));
  for (const sample of samples.get(file.replace(/[\\/]schema\.json$/, '')) ?? []) {
    validate(parse(sample));
  }
}
