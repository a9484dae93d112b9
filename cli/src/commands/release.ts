import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JudgedDraft, runChecks } from '@treaty/checks';
import { planRelease } from '@treaty/compatibility';
import { report } from '@treaty/findings';
import { releasedVersions } from '@treaty/registry';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace } from '../workspace.ts';

/** `treaty release order/placed@2.1.0`: locks a draft that check finds nothing wrong with. */
export async function release(name: string, io: Io): Promise<Outcome> {
  const { root, registry, findings: documentFindings } = openWorkspace(io);
  const [id = '', named] = name.split('@');
  const flow = registry.flows.get(id);
  const released = releasedVersions(flow);
  const version = named ?? flow?.versions.findLast((one) => !released.has(one.version))?.version;
  if (flow === undefined || !flow.versions.some((one) => one.version === version)) {
    const what =
      named === undefined && flow !== undefined ? `${id} has no draft` : `there is no ${name}`;
    throw new UsageError(
      `Nothing to release: ${what}.`,
      `treaty new ${flow === undefined ? 'order/placed' : id}@minor`,
    );
  }
  if (version !== undefined && released.has(version)) {
    throw new UsageError(`${name} is released already.`, `treaty new ${id}@minor`);
  }
  const { findings, drafts } = await runChecks(
    { registry, findings: documentFindings },
    { head: registry, today: io.today },
  );
  const own = findings.filter(({ location }) => location.file.startsWith(`${flow.folder}/`));
  const errors = own.filter(({ severity }) => severity === 'error');
  const judged = drafts.find(
    (draft: JudgedDraft) => draft.flow === id && draft.judgement.draft.version === version,
  );
  if (errors.length > 0 || judged === undefined) {
    return {
      report: report('release', `${id} ${version} is not released`, own),
      next: 'treaty check',
    };
  }
  const plan = planRelease(flow, judged.judgement, io.today);
  appendFileSync(join(root, flow.folder, 'contract.lock'), plan.lockLine);
  writeChangelog(join(root, flow.folder, 'CHANGELOG.md'), flow.agreement.title, plan.changelog);
  const { version: number, class: computed, digest } = plan.entry;
  return {
    report: report('release', `${id} ${number} is released, a ${computed}`, own, {
      version: number,
      class: computed,
      digest,
    }),
    text: (palette) =>
      `${palette.good('released')} ${id} ${number} as a ${computed}; ${flow.folder}/contract.lock names it now\n\n`,
  };
}

/** The newest entry stands first, below the title. */
function writeChangelog(file: string, title: string, entry: string): void {
  const heading = `# ${title}: changes\n`;
  const before = existsSync(file) ? readFileSync(file, 'utf8').replace(/^# .*\r?\n/, '') : '';
  writeFileSync(file, `${heading}\n${entry}${before}`);
}
