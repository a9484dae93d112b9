// Copies the sample registry into the package, so that `treaty demo` finds it when it is installed.
// Runs when the package is packed; git knows only the registry at the root of the repository.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sample = fileURLToPath(new URL('../sample/', import.meta.url));
const parts = ['treaty.yaml', 'schemas', '.github/CODEOWNERS'];

rmSync(sample, { recursive: true, force: true });
for (const part of parts) {
  mkdirSync(dirname(sample + part), { recursive: true });
  cpSync(root + part, sample + part, { recursive: true });
}
const copied = readdirSync(sample, { recursive: true, withFileTypes: true });
const files = copied.filter((entry) => entry.isFile()).length;
if (files < 100) throw new Error(`only ${files} files of the sample registry were copied`);
console.log(`sample registry: ${files} files`);
