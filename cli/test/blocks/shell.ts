import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Block, ROOT } from './markdown-files.ts';

const { packageManager, scripts, devDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);

/** Commands that need no look: what they do does not hang on this repository. */
const COMMON: ReadonlySet<string> = new Set(['git', 'npm', 'alias']);
const OF_PNPM: ReadonlySet<string> = new Set(['install', 'start', 'test', 'vitest', '--filter']);

/** What is wrong with the commands of a block, which are not run: a script, a version or a file that is not there. */
export function shellProblems({ file, line, text }: Block): readonly string[] {
  return text
    .split('\n')
    .flatMap((one, i) => one.split('&&').map((command) => ({ at: line + 1 + i, command })))
    .map(({ at, command }) => ({ at, words: wordsOf(command) }))
    .filter(({ words }) => words.length > 0)
    .flatMap(({ at, words }) => {
      const problem = problemOf(words, join(ROOT, dirname(file)));
      return problem === undefined ? [] : [`${file}:${at}: ${problem}`];
    });
}

/** Without a comment, and without variables that are set before the command. */
function wordsOf(command: string): readonly string[] {
  const words = command
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .split(/\s+/);
  return words.filter((word, i) => word !== '' && !(i === 0 && /^[A-Z_]+=/.test(word)));
}

function problemOf([program = '', ...args]: readonly string[], here: string): string | undefined {
  if (COMMON.has(program)) return undefined;
  if (program === 'npx') {
    const [tool = '', ...more] = args.filter((arg) => arg !== '--yes');
    if (tool.startsWith('pnpm@'))
      return tool === packageManager
        ? problemOf(['pnpm', ...more], here)
        : `${tool} is not ${packageManager}`;
    return tool in devDependencies
      ? missing(
          more.filter((arg) => arg.includes('/')),
          ROOT,
        )
      : `${tool} is no tool of this repository`;
  }
  if (program === 'pnpm') {
    const [script = ''] = args;
    return script in scripts || OF_PNPM.has(script) ? undefined : `pnpm knows no ${script}`;
  }
  if (program === 'node') return missing(args.slice(0, 1), ROOT);
  if (program === 'curl')
    return missing(
      args.flatMap((arg) => (arg.startsWith('@') ? [arg.slice(1)] : [])),
      here,
    );
  return `nobody checks what ${program} does`;
}

function missing(paths: readonly string[], folder: string): string | undefined {
  const absent = paths.find((path) => !existsSync(join(folder, path)));
  return absent === undefined ? undefined : `there is no ${absent}`;
}
