import { spawnSync } from 'node:child_process';

/** What git answered, or what it wrote to standard error when it failed. */
export type GitResult =
  | { readonly ok: true; readonly stdout: Buffer }
  | { readonly ok: false; readonly error: string };

/** More than any registry holds; a larger answer is refused instead of filling the memory. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/**
 * Runs git in a folder, without a shell. Arguments that come from outside stand behind
 * `--end-of-options`, so that none of them can be an option.
 */
export function git(folder: string, args: readonly string[], input?: string): GitResult {
  const run = spawnSync('git', args, {
    cwd: folder,
    maxBuffer: MAX_OUTPUT_BYTES,
    env: { ...outsideOfHooks(), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
    ...(input === undefined ? {} : { input }),
  });
  if (run.error) return { ok: false, error: `git could not be run: ${run.error.message}` };
  if (run.status !== 0) return { ok: false, error: run.stderr.toString('utf8').trim() };
  return { ok: true, stdout: run.stdout };
}

/** A hook runs with variables that would turn every answer to the repository of the hook. */
function outsideOfHooks(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, GIT_NAMESPACE, ...rest } =
    process.env;
  return rest;
}
