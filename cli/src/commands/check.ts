import { type CheckInput, type DraftReport, runChecks } from '@treaty/checks';
import { type Palette, plural, report } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { ownersFileIn } from '../codeowners.ts';
import type { Io } from '../io.ts';
import type { CheckOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { compareWith, openWorkspace, rootAround } from '../workspace.ts';

/** `treaty check`: everything, or with --against what changed since the merge base. */
export async function check(options: CheckOptions, io: Io): Promise<Outcome> {
  const root = rootAround(io);
  const compared = options.against === undefined ? undefined : compareWith(root, options.against);
  if (compared !== undefined && 'rule' in compared) {
    return { report: report('check', 'nothing was compared', [compared]) };
  }
  const { registry: head, findings, repository, prefix } = openWorkspace(io, compared?.scope);
  const input: CheckInput = {
    head,
    today: io.today,
    calendar: options.calendar === true,
    ...(repository === undefined ? {} : { owners: ownersFileIn(root, prefix) }),
    ...(compared === undefined
      ? {}
      : { against: { ...compared.registries, scope: compared.scope } }),
  };
  const result = await runChecks({ registry: head, findings }, input);
  const { findings: found, drafts, waivers, looked } = result;
  const against = compared === undefined ? '' : ` changed since ${options.against}`;
  const subject = `${plural(looked.flows, 'flow')}${against}, ${plural(looked.versions, 'version')}, ${plural(looked.samples, 'sample')}`;
  const settings = (compared?.registries.base ?? head).settings;
  return {
    report: report('check', subject, found, {
      drafts: drafts as unknown as JsonValue,
      waivers: waivers as unknown as JsonValue,
    }),
    text: (palette) => draftLines(drafts, palette),
    failOn: settings.failOn,
    prefix,
  };
}

/** One line a draft: what it is, and with what it agrees. */
function draftLines(drafts: readonly DraftReport[], palette: Palette): string {
  return drafts
    .map(({ flow, version, class: computed, comparisons }) => {
      const broken = comparisons.filter(({ verdict }) => verdict !== 'contained');
      const versions = (list: typeof comparisons): string =>
        [...new Set(list.map((one) => one.with))].join(', ');
      const words =
        comparisons.length === 0
          ? 'nothing to agree with yet'
          : broken.length === 0
            ? palette.good(`agrees with ${versions(comparisons)}`)
            : palette.error(`disagrees with ${versions(broken)}`);
      return `${palette.strong(`${flow} ${version}`)} is a ${computed}; ${words}\n`;
    })
    .concat(drafts.length === 0 ? [] : ['\n'])
    .join('');
}
