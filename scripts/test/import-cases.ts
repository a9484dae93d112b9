// What an import, or a use of a global, can do wrong in the sound house.

import { manifest } from './sound-house.ts';

export interface Violation {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

const upper = (text: string) => ({ 'packages/upper/src/further.ts': text });
const at = (line: number, message: string) => [`packages/upper/src/further.ts:${line}: ${message}`];
const edge = (what: string, kind: string) =>
  `${what} reaches ${kind}, and this file is no edge for that (see scripts/arrows.json)`;

export const AGAINST_IMPORTS: readonly Violation[] = [
  {
    name: 'an import against the arrows',
    files: {
      'packages/ground/src/it.ts': "import type { It } from '@house/middle';\nimport 'lib';\n",
    },
    expected: [
      'packages/ground/src/it.ts:1: no arrow leads from packages/ground to packages/middle',
    ],
  },
  {
    name: 'an import of what is withheld',
    files: { 'packages/middle/src/it.ts': "export { it } from '@house/words';\n" },
    expected: [
      'packages/middle/src/it.ts:1: no arrow leads from packages/middle to packages/words',
    ],
  },
  {
    name: 'the testkit in what is shipped',
    files: upper("import '@house/testkit';\n"),
    expected: at(1, 'no arrow leads from packages/upper to packages/testkit'),
  },
  {
    name: 'an example that imports the inside of Treaty',
    files: { 'examples/service/src/it.ts': "export { it } from '@house/ground';\n" },
    expected: [
      'examples/service/src/it.ts:1: no arrow leads from examples/service to packages/ground',
    ],
  },
  {
    name: 'an import past the public door',
    files: upper("import('@house/ground/dist/it.js');\n"),
    expected: at(1, '@house/ground/dist/it.js goes past the public door of @house/ground'),
  },
  {
    name: 'a package that imports itself by name',
    files: upper("type It = import('@house/upper').It;\n"),
    expected: at(1, '@house/upper is this package; use a relative path'),
  },
  {
    name: 'a relative import of another package',
    files: upper("export { it } from '../../ground/src/it.ts';\n"),
    expected: at(1, '../../ground/src/it.ts leaves its package; import it by its name'),
  },
  {
    name: 'a relative import of a package from the scripts',
    files: { 'scripts/build.js': "require('../packages/ground/src/it.ts');\n" },
    expected: [
      'scripts/build.js:1: ../packages/ground/src/it.ts leaves its package; import it by its name',
    ],
  },
  {
    name: 'an absolute import',
    files: upper("import 'file:///tmp/it.js';\n"),
    expected: at(1, 'file:///tmp/it.js is neither a package nor a relative path'),
  },
  {
    name: 'an import whose module is computed',
    files: upper("\nimport('./it' + '.ts');\n"),
    expected: at(2, 'imports a module whose name is computed, which nothing can check'),
  },
  {
    name: 'an import that the package does not declare',
    files: upper("import 'lib';\nimport { run } from 'runner';\n"),
    expected: [
      ...at(1, 'lib is not among the dependencies of its package.json'),
      ...at(2, 'runner is not among the dependencies of its package.json'),
    ],
  },
  {
    name: 'a file read outside an edge, without the prefix',
    files: upper(
      "import type { Stats } from 'node:fs';\nimport { join } from 'node:path';\nimport fs from 'fs';\n",
    ),
    expected: at(3, edge('node:fs', 'files')),
  },
  {
    name: 'an edge that reaches further than it may',
    files: { 'packages/ground/src/folder.ts': "import 'node:fs';\nimport 'node:child_process';\n" },
    expected: [`packages/ground/src/folder.ts:2: ${edge('node:child_process', 'processes')}`],
  },
  {
    name: 'a module of Node that nobody has placed',
    files: upper("import 'node:vm';\n"),
    expected: at(1, edge('node:vm', 'what arrows.json calls neither inside nor outside')),
  },
  {
    name: 'more of a module than computes',
    files: upper("import { createHash, randomUUID } from 'node:crypto';\n"),
    expected: at(1, edge('node:crypto', 'what arrows.json calls neither inside nor outside')),
  },
  {
    name: 'the environment, the network and chance',
    files: upper("process.env['HOME'];\nglobalThis.fetch('x');\nMath['random']();\n"),
    expected: [
      ...at(1, edge('process', 'environment')),
      ...at(2, edge('fetch', 'network')),
      ...at(3, edge('Math.random', 'chance')),
    ],
  },
  {
    name: 'the clock; a date that is given is none',
    files: upper('new Date(0);\nnew Date();\nDate();\nconst now = Date.now;\n'),
    expected: [
      ...at(2, edge('Date()', 'clock')),
      ...at(3, edge('Date()', 'clock')),
      ...at(4, edge('Date.now', 'clock')),
    ],
  },
  {
    name: 'words that only look like globals',
    files: upper(
      'type P = { process: typeof process; fetch(): Date };\nconst p = { process: 1 };\nfunction f(fetch: P) {\n' +
        '  return [p.process, fetch];\n}\n',
    ),
    expected: [],
  },
  {
    name: 'Node in a package that runs anywhere, and its dependency',
    files: {
      'packages/alone/package.json': manifest('@house/alone', ['lib']),
      'packages/alone/src/it.ts': "import 'lib';\nexport { it } from 'node:vm';\n",
    },
    expected: [
      'packages/alone/package.json:1: alone has no dependencies, and lib is one',
      "packages/alone/src/it.ts:2: node:vm is Node's; alone runs anywhere",
    ],
  },
];
