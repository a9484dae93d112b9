import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What somebody has who installed Treaty from its tarballs, and nothing else of it. */
export interface Stranger {
  readonly folder: string;
  /** Runs a command line in a folder as it would be typed; `treaty` is on the path, as in an npm script. */
  type(command: string, folder?: string, env?: Readonly<Record<string, string>>): Answer;
  /** Copies a fixture into a git repository of its own, below the folder; returns its path. */
  repository(fixture: URL): string;
  leave(): void;
}

/** Packs Treaty and installs it into an empty temporary folder with npm. Needs the build. */
export function installAsStranger(): Stranger {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-stranger-')));
  const script = fileURLToPath(new URL('../../../scripts/install-packed.js', import.meta.url));
  execFileSync(process.execPath, [script, folder]);
  const env = strangersEnvironment(folder);
  const typed: Stranger['type'] = (command, where = folder, more = {}) =>
    type(command, where, { ...env, ...more });
  return {
    folder,
    type: typed,
    repository(fixture) {
      const repository = join(folder, 'shop');
      mkdirSync(repository);
      cpSync(fixture, repository, { recursive: true });
      const { code, stderr } = typed('git init --quiet --initial-branch main', repository);
      if (code !== 0) throw new Error(stderr);
      return repository;
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The shell is the one that git runs its aliases with: git brings it along, on Windows too. */
function type(command: string, cwd: string, env: NodeJS.ProcessEnv): Answer {
  const options = { cwd, env, encoding: 'utf8' } as const;
  const run = spawnSync('git', ['-c', `alias.typed=!${command}`, 'typed'], options);
  if (run.error !== undefined) throw run.error;
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Without what pnpm, vitest and this machine's git say to the processes that they start. */
function strangersEnvironment(folder: string): NodeJS.ProcessEnv {
  const ours = /^(path$|npm_|pnpm_|git_|vitest|node_options$|node_path$|node_env$|treaty_)/i;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [join(folder, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
    npm_config_update_notifier: 'false',
    NO_COLOR: '1',
    GIT_CONFIG_GLOBAL: join(folder, 'none'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Somebody',
    GIT_AUTHOR_EMAIL: 'somebody@example.com',
    GIT_COMMITTER_NAME: 'Somebody',
    GIT_COMMITTER_EMAIL: 'somebody@example.com',
  };
}

/** The commands of a workflow, in their order, each with what it says in `run`. */
export function commandsOf(workflow: string): readonly string[] {
  return [...readFileSync(workflow, 'utf8').matchAll(/^\s*- run: (.+?)\r?$/gm)].map(
    ([, command]) => command as string,
  );
}

/** An error as GitHub shows it beside the line. */
export interface Annotation {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly lines: readonly string[];
}

export function errorsOf(stdout: string): readonly Annotation[] {
  const form = /^::error file=(.+?),line=(\d+),col=\d+,title=(.+?)::(.*)$/gm;
  return [...stdout.matchAll(form)].map(([, file = '', line, rule = '', message = '']) => ({
    file,
    line: Number(line),
    rule,
    lines: decodeURIComponent(message).split('\n'),
  }));
}
