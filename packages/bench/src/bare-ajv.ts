// A process of its own: compiles the schemas whose paths it is given, and does nothing else.

import { readFileSync } from 'node:fs';
import { compileBare } from './compile-bare.ts';

for (const path of process.argv.slice(2)) compileBare(JSON.parse(readFileSync(path, 'utf8')));
