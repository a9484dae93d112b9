import { resolve } from 'node:path';
import { plural, report } from '@treaty/findings';
import { markdownPages, portalRules } from '@treaty/portal';
import { codeownersIn } from '../codeowners.ts';
import { driftIn } from '../drift-in.ts';
import { DOCS_EXPORT, writeGenerated } from '../generated-folder.ts';
import type { Io } from '../io.ts';
import type { DocsOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { openWorkspace, shown } from '../workspace.ts';

/** `treaty docs export --markdown`: the registry as pages; with --check whether the folder still is what would be written. */
export async function exportDocs({ out, check }: DocsOptions, io: Io): Promise<Outcome> {
  const workspace = openWorkspace(io);
  const { registry, root, prefix } = workspace;
  const missing = unreadable(workspace);
  if (missing.length > 0) return incomplete('docs', 'nothing is exported', missing, prefix);
  const { failOn } = registry.settings;
  const codeowners = codeownersIn(root, prefix);
  const pages = markdownPages({ registry, today: io.today, codeowners, prefix });
  const folder = resolve(io.cwd, out);
  const name = `the pages in ${shown(io, folder)}`;
  if (check) {
    const drift = driftIn(DOCS_EXPORT, folder, pages, portalRules.pageOutdated, io);
    return {
      report: report('docs', `${name} against the registry`, drift),
      failOn,
      next: `${DOCS_EXPORT.command} --out ${out}`,
    };
  }
  writeGenerated(DOCS_EXPORT, folder, pages);
  return {
    report: report('docs', `${name}: ${plural(pages.size, 'file')} written`, [], {
      files: [...pages.keys()],
    }),
    failOn,
  };
}
