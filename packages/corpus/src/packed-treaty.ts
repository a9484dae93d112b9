import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonValue } from '@treaty/json';

/** Treaty as somebody has it who installed its tarballs: in a temporary folder, outside of this repository. */
export interface PackedTreaty {
  /** An empty git repository on the branch main. */
  repository(name: string): Repository;
  remove(): void;
}

export interface Repository {
  write(file: string, value: JsonValue): void;
  append(file: string, text: string): void;
  /** Runs git, which has to succeed. */
  git(...args: readonly string[]): void;
  /** Commits all that is there. */
  commit(message: string): void;
  treaty(...args: readonly string[]): Answer;
}

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Packs and installs; needs the build, npm and, where npm's cache lacks a dependency, its registry. */
export function installPacked(): PackedTreaty {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'treaty-stranger-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const script = fileURLToPath(new URL('../../../scripts/install-packed.js', import.meta.url));
  try {
    execFileSync(process.execPath, [script, folder]);
  } catch (error) {
    remove();
    throw error;
  }
  const bin = join(folder, 'node_modules/@treaty/cli/bin/treaty.js');
  return { repository: (name) => openRepository(join(folder, name), bin), remove };
}

function openRepository(folder: string, bin: string): Repository {
  const env = environment(folder);
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', args, { cwd: folder, env });
  mkdirSync(folder);
  git('init', '--quiet', '--initial-branch', 'main');
  return {
    git,
    commit(message) {
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
    },
    write(file, value) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
    },
    append: (file, text) => writeFileSync(join(folder, file), text, { flag: 'a' }),
    treaty(...args) {
      const options = { cwd: folder, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
      return { code: status, stdout, stderr };
    },
  };
}

/** Whatever this machine's git and this process are told must not show in the outcome. */
function environment(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(git_|node_options$)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: join(folder, 'none'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Somebody',
    GIT_AUTHOR_EMAIL: 'somebody@example.com',
    GIT_COMMITTER_NAME: 'Somebody',
    GIT_COMMITTER_EMAIL: 'somebody@example.com',
  };
}
