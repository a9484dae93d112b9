import { type CheckResult, checkFolder, type DraftReport, runChecks } from '@treaty/checks';
import { type Finding, type Palette, plural, report, type Severity } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { leftOut, loadRegistry } from '@treaty/registry';
import { codeDigest } from '../code-digest.ts';
import { ownersFileIn } from '../codeowners.ts';
import type { Io } from '../io.ts';
import type { CheckOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { progressOn } from '../progress.ts';
import { compareWith, placeOf } from '../workspace.ts';

/** `treaty check`: everything, or with --against what changed since the merge base. */
export async function check(options: CheckOptions, io: Io): Promise<Outcome> {
  const { root, prefix, repository } = placeOf(io);
  const run = {
    today: io.today,
    calendar: options.calendar === true,
    ...(repository === undefined ? {} : { owners: ownersFileIn(root, prefix) }),
  };
  const absent = leftOut(root);
  if (options.against === undefined) {
    const progress = progressOn(io, 'entities checked');
    const watched = progress === undefined ? {} : { progress };
    const result = await checkFolder({ root, code: codeDigest(), ...watched, ...run });
    return outcome(result, absent, '', result.failOn, prefix);
  }
  const compared = compareWith(root, options.against);
  if ('rule' in compared) return { report: report('check', 'nothing was compared', [compared]) };
  const { registries, scope, tree } = compared;
  const loaded = loadRegistry(tree, { scope });
  const input = { head: loaded.registry, against: { ...registries, scope }, ...run };
  const since = ` changed since ${options.against}`;
  const result = await runChecks(loaded, input);
  return outcome(result, absent, since, registries.base.settings.failOn, prefix);
}

function outcome(
  { findings, drafts, waivers, looked }: CheckResult,
  absent: readonly Finding[],
  since: string,
  failOn: Severity,
  prefix: string,
): Outcome {
  const subject = `${plural(looked.flows, 'flow')}${since}, ${plural(looked.versions, 'version')}, ${plural(looked.samples, 'sample')}`;
  return {
    report: report('check', subject, [...absent, ...findings], {
      drafts: drafts as unknown as JsonValue,
      waivers: waivers as unknown as JsonValue,
    }),
    text: (palette) => draftLines(drafts, palette),
    failOn,
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
