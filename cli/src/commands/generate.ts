import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { driftOf, generatePackage } from '@treaty/codegen';
import { type Finding, plural, report } from '@treaty/findings';
import type { Io } from '../io.ts';
import type { GenerateOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { UsageError } from '../usage-error.ts';
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
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`${shown(io, folder)} is a file; --out names a folder.`);
  }
  const existing = filesIn(folder);
  const drift = driftOf(files, existing);
  const name = `${registry.settings.package} in ${shown(io, folder)}`;
  if (check) {
    const located = drift.map(
      (one): Finding => ({
        ...one,
        location: { ...one.location, file: shown(io, join(folder, one.location.file)) },
      }),
    );
    return {
      report: report('generate', `${name} against the registry`, [...findings, ...located]),
      failOn,
      next: `treaty generate --out ${out}`,
    };
  }
  if (existing.size > 0 && !isGenerated(existing, registry.settings.package)) {
    throw new UsageError(
      `${shown(io, folder)} holds files that are not those of ${registry.settings.package}.`,
      'treaty generate --out <an empty folder>',
    );
  }
  for (const path of existing.keys()) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
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

/** A folder is written over only where it holds the same package. */
function isGenerated(existing: ReadonlyMap<string, string>, name: string | undefined): boolean {
  const manifest = existing.get('package.json') ?? '';
  return manifest.includes(`"name": ${JSON.stringify(name)}`);
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(path);
      else if (entry.isFile()) files.set(path, readFileSync(join(folder, path), 'utf8'));
    }
  };
  try {
    walk('');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return files;
}
