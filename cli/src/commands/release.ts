import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgedDrafts, runChecks } from '@treaty/checks';
import { planRelease } from '@treaty/compatibility';
import { isAtLeast, report } from '@treaty/findings';
import {
  parseReference,
  type Reference,
  releasedVersions,
  SCHEMAS,
  unreleasedUses,
  versionedOf,
} from '@treaty/registry';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace } from '../workspace.ts';

/** `treaty release order/placed@2.1.0`: locks a draft that check finds nothing wrong with. */
export async function release(name: string, io: Io): Promise<Outcome> {
  const workspace = openWorkspace(io);
  const { root, registry, prefix } = workspace;
  const { flow: id, range: named } = referenceTo(name);
  const missing = unreadable(workspace, `${SCHEMAS}/${id}`);
  if (missing.length > 0) return incomplete('release', `${name} is not released`, missing, prefix);
  const { failOn } = registry.settings;
  const flow = versionedOf(registry, id);
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
  const draft = flow.versions.find((one) => one.version === version);
  const [unreleased] = draft === undefined ? [] : unreleasedUses(registry, draft);
  if (unreleased !== undefined) {
    throw new UsageError(
      `${id} ${version} cannot be released with ${unreleased}, which is a draft.`,
      `treaty release ${unreleased}`,
    );
  }
  const input = { head: registry, today: io.today };
  const { findings } = await runChecks(workspace, input);
  // What is wrong with another draft of the flow is in the way of that one.
  const others = flow.versions.filter(
    (one) => one.version !== version && !released.has(one.version),
  );
  const own = findings.filter(
    ({ location: { file } }) =>
      file.startsWith(`${flow.folder}/`) &&
      !others.some(({ folder }) => file.startsWith(`${folder}/`)),
  );
  const failed = own.some(({ severity }) => isAtLeast(severity, failOn));
  const judged = (await judgedDrafts(id, input)).find(({ draft }) => draft.version === version);
  if (failed || judged === undefined) {
    return {
      report: report('release', `${id} ${version} is not released`, own),
      failOn,
      prefix,
      next: 'treaty check',
    };
  }
  const plan = planRelease(flow, judged, io.today);
  appendFileSync(join(root, flow.folder, 'contract.lock'), plan.lockLine);
  writeChangelog(join(root, flow.folder, 'CHANGELOG.md'), flow.agreement.title, plan.changelog);
  const { version: number, class: computed, digest } = plan.entry;
  return {
    report: report('release', `${id} ${number} is released, a ${computed}`, own, {
      version: number,
      class: computed,
      digest,
    }),
    failOn,
    prefix,
    text: (palette) =>
      `${palette.good('released')} ${id} ${number} as a ${computed}; ${flow.folder}/contract.lock names it now\n\n`,
  };
}

function referenceTo(name: string): Reference {
  const reference = parseReference(name);
  if (reference !== undefined && reference.commit === undefined) return reference;
  throw new UsageError(
    `${JSON.stringify(name)} names no draft of the work tree.`,
    'treaty release order/placed@2.1.0',
  );
}

/** The newest entry stands first, below the title. */
function writeChangelog(file: string, title: string, entry: string): void {
  const heading = `# ${title}: changes\n`;
  const before = existsSync(file) ? readFileSync(file, 'utf8').replace(/^# .*\r?\n/, '') : '';
  writeFileSync(file, `${heading}\n${entry}${before}`);
}
