import { type CheckInput, type CheckResult, runChecks } from '@treaty/checks';
import { findCodeowners, parseCodeowners } from '@treaty/codeowners';
import type { Finding } from '@treaty/findings';
import { loadRegistry, scopeOfChange, treeOf } from '@treaty/registry';
import { type Kind, type Plant, withChanges } from './plants/kind.ts';
import { type Files, type Sample, TODAY, textIn } from './sample-registry.ts';

/** What check said about a plant. */
export interface Sown {
  readonly kind: Kind;
  readonly plant: Plant;
  readonly findings: readonly Finding[];
  /** Check says something at all, */
  readonly found: boolean;
  /** … and one of the kind's rules says it, at the place. */
  readonly right: boolean;
}

/** Checks a plant as `treaty check --against` does: the unplanted registry is base and merge base. */
export async function checkPlant(kind: Kind, plant: Plant, sample: Sample): Promise<Sown> {
  const files = withChanges(sample.files, plant.changes);
  const scope = scopeOfChange([...plant.changes.keys()]);
  const { findings } = await checkAgainst(sample, files, scope);
  const right = findings.some(
    ({ rule, location, related }) =>
      kind.rules.includes(rule) &&
      [location, ...related.map((one) => one.location)].some((at) => at?.file.startsWith(plant.at)),
  );
  return { kind, plant, findings, found: findings.length > 0, right };
}

/** Checks files as a change of the sample registry. */
export function checkAgainst(
  { registry: base }: Sample,
  files: Files,
  scope: (folder: string) => boolean = () => true,
): Promise<CheckResult> {
  return check(files, scope, { against: { base, mergeBase: base, since: TODAY } });
}

/** Checks a registry by itself. */
export function checkAlone(files: Files): Promise<CheckResult> {
  return check(files, () => true, {});
}

function check(
  files: Files,
  scope: (folder: string) => boolean,
  compared: Pick<CheckInput, 'against'>,
): Promise<CheckResult> {
  const loaded = loadRegistry(treeOf('the work tree', files), { scope });
  const file = findCodeowners(files.keys());
  const codeowners = parseCodeowners(file === undefined ? '' : textIn(files, file));
  const owners = { file, codeowners, prefix: '' };
  return runChecks(loaded, { head: loaded.registry, today: TODAY, owners, ...compared });
}
