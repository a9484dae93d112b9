import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from '@treaty/registry';
import { BARE_AJV, TREATY } from './check.ts';
import { largeRegistry, writeFiles } from './large-registry.ts';
import { type Run, runNode } from './processes.ts';
import { ratio, timesOf } from './times.ts';

const SIZES = [100, 1000];

/**
 * `treaty check` on generated registries of 100 and 1,000 flows with five versions each, whole processes:
 * cold (nothing kept), warm (the same content again), and against the base with one changed flow (nothing
 * kept), beside a process that only compiles the same schemas with Ajv and judges the same samples.
 */
export async function benchLarge(iterations: number): Promise<object> {
  const figures: Record<string, object> = {};
  for (const flows of SIZES) figures[`flows${flows}`] = measured(flows, iterations);
  return figures;
}

function measured(flows: number, iterations: number): object {
  const root = mkdtempSync(join(tmpdir(), 'treaty-large-'));
  // Outside of the checkout, where a secret is trusted.
  const home = mkdtempSync(join(tmpdir(), 'treaty-home-'));
  const runs: Record<'cold' | 'warm' | 'against' | 'ajv', Run[]> = {
    cold: [],
    warm: [],
    against: [],
    ajv: [],
  };
  try {
    prepare(root, flows);
    for (let round = 0; round < iterations; round++) {
      const kept = { XDG_CACHE_HOME: join(home, `${round}`) };
      runs.cold.push(runNode([TREATY, 'check'], root, kept));
      runs.warm.push(runNode([TREATY, 'check'], root, kept));
      runs.against.push(runNode([TREATY, 'check', '--against', 'base'], root));
      runs.ajv.push(runNode([BARE_AJV, join(root, 'schemas')], root));
    }
  } finally {
    for (const folder of [root, home]) rmSync(folder, { recursive: true, force: true });
  }
  const times = (name: keyof typeof runs) => timesOf(runs[name].map((one) => one.milliseconds));
  const most = (name: keyof typeof runs): number =>
    Math.max(...runs[name].map(({ mebibytes }) => mebibytes));
  const [cold, warm, against, ajv] = [times('cold'), times('warm'), times('against'), times('ajv')];
  return {
    cold,
    warm,
    against,
    ajv,
    coldToAjv: ratio(cold, ajv),
    mebibytes: { cold: most('cold'), warm: most('warm'), against: most('against') },
  };
}

/** A repository whose branch `base` holds the registry, and whose work tree a draft of one flow besides. */
function prepare(root: string, flows: number): void {
  writeFiles(root, largeRegistry(flows));
  writeFileSync(join(root, '.gitignore'), 'node_modules\n');
  mkdirSync(join(root, 'node_modules'));
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@acme.example'];
  const steps = [
    ['init', '--quiet', '--initial-branch', 'base'],
    ['add', '--all'],
    [...identity, 'commit', '--quiet', '--message', 'The registry'],
    ['checkout', '--quiet', '-b', 'change'],
  ];
  for (const step of steps) {
    const done = git(root, step);
    if (!done.ok) throw new Error(`git ${step.join(' ')}: ${done.error}`);
  }
  const flow = 'schemas/entity-3/flow-4';
  for (const [file, text] of largeRegistry(flows)) {
    if (!file.startsWith(`${flow}/1.4.0/`)) continue;
    writeFiles(root, new Map([[file.replace('/1.4.0/', '/1.5.0/'), text]]));
  }
  const schema = join(root, flow, '1.5.0/schema.json');
  const added =
    '"properties": {\n    "gift": { "description": "Whether it is one.", "type": "boolean" },';
  writeFileSync(schema, readFileSync(schema, 'utf8').replace('"properties": {', added));
}
