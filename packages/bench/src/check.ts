import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { ROOT, sampleFlows } from './sample-registry.ts';
import { ratio, timed, timesOf } from './times.ts';

/**
 * `treaty check` on the sample registry as a whole process, beside a start of Node that does nothing and
 * one that compiles the same schemas with Ajv. They take turns, so that a busy moment meets all three.
 */
export async function benchCheck(iterations: number): Promise<object> {
  const schemas = sampleFlows().flatMap((versions) => versions.map(({ schema }) => schema.file));
  const bareAjv = fileURLToPath(new URL('../dist/bare-ajv.js', import.meta.url));
  const commands = {
    check: [join(ROOT, 'cli/bin/treaty.js'), 'check'],
    idle: ['-e', '0'],
    ajv: [bareAjv, ...schemas],
  };
  const all: Record<keyof typeof commands, number[]> = { check: [], idle: [], ajv: [] };
  for (let round = 0; round < iterations; round++) {
    for (const name of ['check', 'idle', 'ajv'] as const)
      all[name].push(await timed(() => start(commands[name])));
  }
  const [check, idle, ajv] = [timesOf(all.check), timesOf(all.idle), timesOf(all.ajv)];
  const ratios = { toIdle: ratio(check, idle), toAjv: ratio(check, ajv) };
  return { schemas: schemas.length, check, idle, ajv, ...ratios };
}

/** A process that fails has not done what is measured. */
function start(command: readonly string[]): void {
  const { status, stderr } = spawnSync(execPath, command, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
}
