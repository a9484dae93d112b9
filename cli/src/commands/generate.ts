import { resolve } from 'node:path';
import { codegenRules, generatePackage } from '@treaty/codegen';
import { plural, report } from '@treaty/findings';
import { driftIn } from '../drift-in.ts';
import { GENERATE, writeGenerated } from '../generated-folder.ts';
import type { Io } from '../io.ts';
import type { GenerateOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { openWorkspace, shown } from '../workspace.ts';

/** `treaty generate --out DIR`: the typed client package; with --check whether the folder still is what would be written. */
export async function generate({ out, check }: GenerateOptions, io: Io): Promise<Outcome> {
  const workspace = openWorkspace(io);
  const { registry, prefix } = workspace;
  const missing = unreadable(workspace);
  if (missing.length > 0) return incomplete('generate', 'nothing is generated', missing, prefix);
  const { failOn } = registry.settings;
  const folder = resolve(io.cwd, out);
  const { files, findings } = await generatePackage(registry, io.today);
  if (files.size === 0)
    return { report: report('generate', 'nothing is generated', findings), failOn };
  const name = `${registry.settings.package} in ${shown(io, folder)}`;
  if (check) {
    const drift = driftIn(GENERATE, folder, files, codegenRules.drift, io);
    return {
      report: report('generate', `${name} against the registry`, [...findings, ...drift]),
      failOn,
      next: `treaty generate --out ${out}`,
    };
  }
  writeGenerated(GENERATE, folder, files);
  const entries = [...files.keys()]
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => `  ${registry.settings.package}/${path.replace(/\.d\.ts$/, '')}\n`);
  return {
    report: report('generate', `${name}: ${plural(files.size, 'file')} written`, findings, {
      package: registry.settings.package ?? null,
      files: [...files.keys()],
    }),
    failOn,
    text: () => (entries.length === 0 ? '' : `${entries.join('')}\n`),
  };
}
