import { spawnSync } from 'node:child_process';
import { env, execPath } from 'node:process';

/** What one run of a process took. */
export interface Run {
  readonly milliseconds: number;
  /** The most memory that it held at once, its threads included. */
  readonly mebibytes: number;
}

/** Makes the process say at its end how much memory it held. */
const TELL = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\nRSS "+process.resourceUsage().maxRSS))`;

/** Runs Node with arguments in a folder. A process that fails has not done what is measured. */
export function runNode(
  args: readonly string[],
  cwd: string,
  extra: Readonly<Record<string, string>> = {},
): Run {
  const start = performance.now();
  const { status, stderr } = spawnSync(execPath, ['--import', TELL, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...env, ...extra },
    maxBuffer: 64 * 1024 * 1024,
  });
  const milliseconds = performance.now() - start;
  const kibibytes = Number(/\nRSS (\d+)$/.exec(stderr)?.[1]);
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { milliseconds, mebibytes: Math.round(kibibytes / 1024) };
}
