import { canonical, type JsonValue } from '@treaty/json';
import { type Flow, type Registry, SCHEMAS, versionDigest } from '@treaty/registry';
import { type CheckInput, type EntityUnderCheck, underCheck } from './context.ts';

/** The flows to look at: all, or against a base those that differ from the merge base. */
export function flowsToCheck({ head, against }: CheckInput): readonly Flow[] {
  const flows = [...head.flows.values()];
  if (against === undefined) return flows;
  const { mergeBase } = against;
  if (surroundings(mergeBase) !== surroundings(head)) return flows;
  return flows.filter((flow) => fingerprint(mergeBase, flow.id) !== fingerprint(head, flow.id));
}

/** The entities to look at: all, or against a base those that changed themselves or in one of their flows. */
export function entitiesToCheck(
  input: CheckInput,
  flows: readonly Flow[],
): readonly EntityUnderCheck[] {
  const { head, against } = input;
  const changed = new Set(flows.map(({ id }) => id));
  const touched = new Set(flows.map(({ entity }) => entity));
  for (const { id, entity } of against?.mergeBase.flows.values() ?? []) {
    if (!head.flows.has(id)) touched.add(entity);
  }
  const isTouched = (name: string): boolean =>
    against === undefined ||
    touched.has(name) ||
    documentOf(head, name) !== documentOf(against.mergeBase, name);
  return [...head.entities.values()]
    .filter(({ name }) => isTouched(name))
    .map((entity) => ({
      entity,
      flows: [...head.flows.values()]
        .filter((flow) => flow.entity === entity.name)
        .map((flow) => underCheck(flow, input)),
      changed,
      complete: ![...head.broken].some((file) => file.startsWith(`${SCHEMAS}/${entity.name}/`)),
    }));
}

function documentOf(registry: Registry, entity: string): string {
  return canonical(registry.entities.get(entity)?.document.value ?? null);
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
