// What a manifest, a project, a file or a page can have wrong in the sound house.

import type { Violation } from './import-cases.ts';
import { IT, manifest, project } from './sound-house.ts';

const upper = (text: string) => ({ 'packages/upper/src/further.ts': text });
const at = (line: number, message: string) => [`packages/upper/src/further.ts:${line}: ${message}`];

export const AGAINST_PACKAGES: readonly Violation[] = [
  {
    name: 'an edge that is needed no more',
    files: { 'packages/ground/src/folder.ts': IT },
    expected: [
      'scripts/arrows.json:1: packages/ground/src/folder.ts no longer reaches files; take it out of the edges',
    ],
  },
  {
    name: 'a dependency that is forbidden',
    files: { 'packages/ground/package.json': manifest('@house/ground', ['lib', '@house/upper']) },
    expected: [
      'packages/ground/package.json:1: no arrow leads from packages/ground to packages/upper',
      'packages/ground/tsconfig.json:1: refers to no packages/upper, which it needs built first',
    ],
  },
  {
    name: 'what is withheld, through another package',
    files: {
      'packages/ground/package.json': manifest('@house/ground', ['lib', '@house/words']),
      'packages/ground/tsconfig.json': project('../words'),
      'packages/ground/src/it.ts': "import 'lib';\nimport '@house/words';\n",
    },
    expected: [
      'packages/ground/package.json:1: no arrow leads from packages/ground to packages/words',
      'packages/ground/src/it.ts:2: no arrow leads from packages/ground to packages/words',
      'packages/middle/package.json:1: words is withheld from middle, and comes through another package',
    ],
  },
  {
    name: 'a range of versions',
    files: { 'package.json': JSON.stringify({ devDependencies: { runner: '^1.2.3' } }) },
    expected: [
      'package.json:1: runner is at ^1.2.3; versions are exact, and best from the catalog',
    ],
  },
  {
    name: 'references that are missing, superfluous, empty or lead nowhere',
    files: {
      'tsconfig.json': project(
        'packages/ground',
        'packages/words',
        'packages/upper',
        'cli',
        'gone',
      ).replace(']', ',{}]'),
      'packages/upper/tsconfig.json': project('../ground', '../middle'),
    },
    expected: [
      'packages/upper/tsconfig.json:1: refers to packages/middle, on which it does not depend',
      'tsconfig.json:1: refers to no packages/middle, which it needs built first',
      'tsconfig.json:1: refers to gone, which does not exist',
      'tsconfig.json:1: has a reference without a path',
    ],
  },
  {
    name: 'a package that the house does not know',
    files: { 'packages/shed/package.json': manifest('@house/shed') },
    expected: [
      'packages/shed/package.json:1: is no package of the house; give it its arrows in scripts/arrows.json',
    ],
  },
  {
    name: 'code outside its folders',
    files: { 'packages/upper/loose.ts': IT, 'docs/loose.mjs': IT },
    expected: [
      'docs/loose.mjs:1: stands outside src, bin, test, scripts',
      'packages/upper/loose.ts:1: stands outside src, bin, test, scripts',
    ],
  },
  {
    name: 'a file that is too long',
    files: upper('\n'.repeat(6)),
    expected: at(6, 'has 6 lines; 5 are the most'),
  },
  {
    name: 'a file that does not parse',
    files: upper('const it = ;\n'),
    expected: at(1, 'Expression expected.'),
  },
  {
    name: 'doors that stand open, or do more than list names',
    files: {
      'packages/upper/src/index.ts':
        "export * from './it.ts';\nexport * as it from './it.ts';\nlet a;\n",
    },
    expected: [
      'packages/upper/src/index.ts:1: exports everything of another file',
      'packages/upper/src/index.ts:2: exports everything of another file',
      'packages/upper/src/index.ts:3: does more than list the names of the package',
    ],
  },
  {
    name: 'a dependency without a reason, and a reason without a dependency',
    files: {
      'docs/explanation/dependencies.md': '| `gone` | was needed |\n| `lib` | is needed |\n',
    },
    expected: [
      'docs/explanation/dependencies.md:1: gives no reason for runner, a dependency of the root',
      'docs/explanation/dependencies.md:1: gone is no dependency any more',
    ],
  },
];
