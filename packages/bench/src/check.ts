import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFiles } from './large-registry.ts';
import { type Run, runNode } from './processes.ts';
import { ROOT, sampleFlows } from './sample-registry.ts';
import { ratio, timesOf } from './times.ts';

/** The command, and a process that compiles schemas with Ajv and judges samples. */
export const TREATY: string = join(ROOT, 'cli/bin/treaty.js');
export const BARE_AJV: string = fileURLToPath(new URL('../dist/bare-ajv.js', import.meta.url));

/**
 * `treaty check` on the sample registry as a whole process that finds nothing kept, beside a start of Node
 * that does nothing and one that compiles the same schemas with Ajv. They take turns, so that a busy moment
 * meets all three.
 */
export async function benchCheck(iterations: number): Promise<object> {
  const schemas = mkdtempSync(join(tmpdir(), 'treaty-bench-'));
  const all: Record<'check' | 'idle' | 'ajv', Run[]> = { check: [], idle: [], ajv: [] };
  const files = selfContained();
  try {
    writeFiles(schemas, files);
    for (let round = 0; round < iterations; round++) {
      // Signed by nobody: an earlier run's results are not found.
      const cold = { XDG_CACHE_HOME: join(schemas, `home-${round}`) };
      all.check.push(runNode([TREATY, 'check'], ROOT, cold));
      all.idle.push(runNode(['-e', '0'], ROOT));
      all.ajv.push(runNode([BARE_AJV, schemas], ROOT));
    }
  } finally {
    rmSync(schemas, { recursive: true, force: true });
  }
  const times = (runs: readonly Run[]) => timesOf(runs.map(({ milliseconds }) => milliseconds));
  const [check, idle, ajv] = [times(all.check), times(all.idle), times(all.ajv)];
  const ratios = { toIdle: ratio(check, idle), toAjv: ratio(check, ajv) };
  return { schemas: files.size, check, idle, ajv, ...ratios };
}

/** The schemas of the sample registry with their shared definitions in them, each in a folder of its own. */
function selfContained(): ReadonlyMap<string, string> {
  return new Map(
    sampleFlows().flatMap((versions) =>
      versions.map(({ folder, schema }) => [`${folder}/schema.json`, JSON.stringify(schema.value)]),
    ),
  );
}
