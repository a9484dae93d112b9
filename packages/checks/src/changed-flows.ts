import { canonical, type JsonValue } from '@treaty/json';
import { type Flow, type Registry, versionDigest } from '@treaty/registry';
import type { CheckInput } from './context.ts';

/** The flows to look at: all, or against a base those that differ from the merge base. */
export function flowsToCheck({ head, against }: CheckInput): readonly Flow[] {
  const flows = [...head.flows.values()];
  if (against === undefined) return flows;
  const { mergeBase } = against;
  if (surroundings(mergeBase) !== surroundings(head)) return flows;
  return flows.filter((flow) => fingerprint(mergeBase, flow.id) !== fingerprint(head, flow.id));
}

/** Parties and settings concern every flow. */
function surroundings(registry: Registry): string {
  const settings = registry.settings.document?.value ?? null;
  return canonical([[...registry.parties.keys()].sort(), settings]);
}

function fingerprint(registry: Registry, id: string): string | undefined {
  const flow = registry.flows.get(id);
  if (flow === undefined) return undefined;
  const entity = registry.entities.get(flow.entity)?.document.value ?? null;
  const versions = flow.versions.map((version) => [version.version, versionDigest(version)]);
  return canonical([flow.document.value, flow.lock as unknown as JsonValue, entity, versions]);
}
