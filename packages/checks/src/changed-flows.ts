import { canonical, type JsonValue } from '@treaty/json';
import { type Flow, type Registry, SCHEMAS, versionDigest } from '@treaty/registry';
import { type CheckInput, type EntityUnderCheck, underCheck } from './context.ts';

/** An entity to look at, and those of its flows that are. */
export interface EntityToCheck {
  readonly name: string;
  readonly flows: readonly Flow[];
}

/**
 * The entities to look at, and their flows: all, or against a base those that changed since the merge base,
 * themselves or in one of their flows.
 */
export function entitiesToCheck({ head, against }: CheckInput): readonly EntityToCheck[] {
  const names = (flows: readonly Flow[]): string[] => flows.map(({ entity }) => entity);
  if (against === undefined) {
    const flows = [...head.flows.values()];
    return grouped([...head.entities.keys(), ...names(flows)], flows);
  }
  const { mergeBase, scope = () => true } = against;
  const inScope = (id: string): boolean => scope(`${SCHEMAS}/${id}`);
  const candidates = head.flows.select(inScope);
  const flows =
    surroundings(mergeBase) === surroundings(head)
      ? candidates.filter(({ id }) => fingerprint(mergeBase, id) !== fingerprint(head, id))
      : candidates;
  const gone = mergeBase.flows.select(inScope).filter(({ id }) => !head.flows.has(id));
  const remapped = [...head.entities.keys()].filter(
    (name) => documentOf(head, name) !== documentOf(mergeBase, name),
  );
  return grouped([...names(flows), ...names(gone), ...remapped], flows);
}

function grouped(entities: readonly string[], flows: readonly Flow[]): readonly EntityToCheck[] {
  return [...new Set(entities)]
    .sort()
    .map((name) => ({ name, flows: flows.filter(({ entity }) => entity === name) }));
}

/** Undefined where the entity has no truth map that can be read. `flows` are those that are looked at. */
export function entityUnderCheck(
  name: string,
  flows: readonly Flow[],
  input: CheckInput,
): EntityUnderCheck | undefined {
  const { head } = input;
  const entity = head.entities.get(name);
  if (entity === undefined) return undefined;
  return {
    entity,
    flows: head.flows
      .select((id) => id.startsWith(`${name}/`))
      .map((flow) => underCheck(flow, input)),
    changed: new Set(flows.map(({ id }) => id)),
    complete: ![...head.broken].some((file) => file.startsWith(`${SCHEMAS}/${name}/`)),
  };
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
