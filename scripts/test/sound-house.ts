// A small house in which all is in order: its arrows, and the text of its files.

export const HOUSE = {
  packages: [
    { name: 'ground', purpose: 'the ground', imports: [] },
    { name: 'words', purpose: 'words for all', imports: ['ground'], withheldFrom: ['middle'] },
    { name: 'middle', purpose: 'the middle', imports: ['ground'] },
    { name: 'upper', purpose: 'the top', imports: ['middle'] },
    { name: 'alone', purpose: 'for anywhere', imports: [], standsAlone: true },
    { name: 'testkit', purpose: 'for tests', imports: 'all', private: true },
    { name: 'cli', folder: 'cli', purpose: 'commands', imports: 'all' },
  ],
  examples: ['alone'],
  edges: [
    { path: 'packages/ground/src/folder.ts', reaches: ['files'], why: 'reads' },
    { path: 'cli/src/', reaches: ['files', 'environment'], why: 'the process' },
  ],
  outside: {
    files: ['node:fs'],
    processes: ['node:child_process'],
    network: ['node:http', 'fetch'],
    environment: ['process'],
    clock: ['Date()', 'Date.now'],
    chance: ['Math.random'],
  },
  inside: { 'node:path': 'all', 'node:crypto': ['createHash'] },
  generated: ['packages/ground/src/types.ts'],
  longest: 5,
};

const DOOR: string = "export { it } from './it.ts';\n";
export const IT: string = 'export const it: number = 1;\n';

export function manifest(
  name: string,
  dependencies: string[] = [],
  devDependencies: string[] = [],
): string {
  const versions = (names: string[]) =>
    Object.fromEntries(names.map((n) => [n, n.startsWith('@house/') ? 'workspace:*' : 'catalog:']));
  const fields = {
    dependencies: versions(dependencies),
    devDependencies: versions(devDependencies),
  };
  return JSON.stringify({ name, ...fields });
}

export const project = (...paths: string[]): string =>
  JSON.stringify({ references: paths.map((path) => ({ path })) });

const PICTURE = `# Architecture

<!-- arrows: written by node scripts/arrows.js --write -->

\`\`\`mermaid
flowchart TD
  words --> ground
  middle --> ground
  upper --> ground
  alone
  cli
\`\`\`

\`words\` is allowed to every package after it but middle.

| package | what it is for |
| --- | --- |
| \`packages/ground\` | the ground |
| \`packages/words\` | words for all |
| \`packages/middle\` | the middle |
| \`packages/upper\` | the top |
| \`packages/alone\` | for anywhere |
| \`packages/testkit\` | for tests |
| \`cli\` | commands |

<!-- /arrows -->
`;

export const SOUND: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ devDependencies: { runner: '1.2.3' } }),
  'tsconfig.json': project(
    'packages/ground',
    'packages/words',
    'packages/middle',
    'packages/upper',
    'cli',
  ),
  'runner.config.ts': "import { run } from 'runner';\nrun();\n",
  'scripts/build.js': "import { rmSync } from 'node:fs';\nrmSync('dist');\n",
  'packages/ground/package.json': manifest('@house/ground', ['lib']),
  'packages/ground/tsconfig.json': project(),
  'packages/ground/src/index.ts': DOOR,
  'packages/ground/src/it.ts': "export { a as it } from 'lib/deep';\n",
  'packages/ground/src/folder.ts': "import { readFileSync } from 'node:fs';\nreadFileSync;\n",
  'packages/ground/src/types.ts': '\n'.repeat(20),
  'packages/words/package.json': manifest('@house/words', ['@house/ground']),
  'packages/words/tsconfig.json': project('../ground'),
  'packages/words/src/index.ts': "export { it } from '@house/ground';\n",
  'packages/middle/package.json': manifest('@house/middle', ['@house/ground']),
  'packages/middle/tsconfig.json': project('../ground'),
  'packages/middle/src/index.ts': "export type { It } from '@house/ground';\n",
  'packages/upper/package.json': manifest('@house/upper', ['@house/ground'], ['@house/testkit']),
  'packages/upper/tsconfig.json': '// a comment\n{ "references": [{ "path": "../ground" }] }',
  'packages/upper/src/index.ts': DOOR,
  'packages/upper/src/it.ts':
    "import { it as ground } from '@house/ground';\nexport const it: number = ground;\n",
  'packages/upper/test/it.test.ts':
    "import { run } from 'runner';\nimport '@house/testkit';\nimport '../src/index.ts';\nrun();\n",
  'packages/alone/package.json': manifest('@house/alone'),
  'packages/alone/src/index.ts': DOOR,
  'packages/alone/src/it.ts': IT,
  'packages/testkit/package.json': manifest('@house/testkit'),
  'packages/testkit/src/index.ts': DOOR,
  'packages/testkit/src/it.ts': IT,
  'cli/package.json': manifest('house'),
  'cli/tsconfig.json': project(),
  'cli/src/main.ts': 'process.exitCode = 0;\n',
  'cli/bin/house.js': "import '../dist/main.js';\n",
  'examples/service/package.json': manifest('service'),
  'examples/service/src/main.ts': "import { it } from './it.ts';\nconsole.log(it, Date.now());\n",
  'examples/service/src/it.ts': IT,
  'docs/explanation/architecture.md': PICTURE,
  'docs/explanation/dependencies.md': '| `runner` | runs |\n| `lib` | is needed |\n',
};
