import { runChecks } from '@treaty/checks';
import { finding } from '@treaty/findings';
import { type FileTree, loadRegistry, SETTINGS_FILE, startOf } from '@treaty/registry';
import { isNewEntityName, isNewName } from '../names.ts';
import { joined, type Plan, plannedTree, refusal } from '../plan.ts';
import { authoringRules } from '../rules.ts';
import { type AdoptionOptions, arrange } from './arrange.ts';
import { planBaseline } from './baseline.ts';

/**
 * Makes a registry out of the JSON Schemas that a repository has. They are moved, locked as released today,
 * and put under agreements that say what is known; what is not in order becomes the baseline. Every file
 * that a pattern matches is moved or has a finding that says why not.
 */
export async function planAdoption(
  standing: FileTree,
  patterns: readonly string[],
  options: AdoptionOptions,
): Promise<Plan> {
  const { entity, producer, consumers = [], today } = options;
  const parties = [...consumers, ...(producer === undefined ? [] : [producer])];
  const wrong =
    parties.find((name) => !isNewName(name)) ??
    (entity === undefined || isNewEntityName(entity) ? undefined : entity);
  if (wrong !== undefined) {
    const message = `${JSON.stringify(wrong)} is no name that the registry reads.`;
    return refusal(finding(authoringRules.name, { message, location: startOf(SETTINGS_FILE) }));
  }
  const plan = await arrange(standing, patterns, options);
  // A baseline may only shrink: in a registry that stands, what is not in order is shown instead.
  if (plan.writes.length === 0 || standing.files.includes(SETTINGS_FILE)) return plan;
  const loaded = loadRegistry(plannedTree(standing, plan));
  const { findings } = await runChecks(loaded, { head: loaded.registry, today });
  return joined(plan, planBaseline(findings));
}
