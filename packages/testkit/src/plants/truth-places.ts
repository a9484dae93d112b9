import { isObject, valueAt } from '@treaty/json';
import type { Entity, Flow, Registry } from '@treaty/registry';

/** The attributes at the top of the newest version, as pointers. */
export function attributesOf({ versions }: Flow): readonly string[] {
  const properties = valueAt(versions.at(-1)?.schema.value ?? null, '/properties');
  return isObject(properties) ? Object.keys(properties).map((name) => `/${name}`) : [];
}

export function flowsOf({ flows }: Registry, { name }: Entity): readonly Flow[] {
  return [...flows.values()].filter(({ entity }) => entity === name);
}

/** Attributes that a flow's producer alone is the truth for. */
export function mastered(flow: Flow, { entities }: Registry): readonly string[] {
  const { truth = {} } = entities.get(flow.entity) ?? {};
  if (truth[''] !== flow.agreement.producer) return [];
  return attributesOf(flow).filter(
    (attribute) => !Object.keys(truth).some((key) => key.startsWith(attribute)),
  );
}

/** What a system sends, and gets back from another one. */
export interface RoundTrip {
  /** The flow that brings it back. */
  readonly there: Flow;
  /** The system that gets it back. */
  readonly record: string;
  readonly attribute: string;
}

/** Two flows of the entity, one back and forth between two systems, and an attribute of both. */
export function roundTrips(entity: Entity, registry: Registry): readonly RoundTrip[] {
  const flows = flowsOf(registry, entity);
  const reads = ({ agreement }: Flow, party: string): boolean =>
    agreement.consumers.some(
      (one) => one.party === party && one.reads.some((r) => r.attributes === 'all'),
    );
  return flows.flatMap((there) =>
    flows
      .filter(
        (back) => reads(there, back.agreement.producer) && reads(back, there.agreement.producer),
      )
      .flatMap((back) =>
        attributesOf(there)
          .filter((one) => attributesOf(back).includes(one) && !identifies(there, one))
          .map((attribute) => ({ there, record: back.agreement.producer, attribute })),
      ),
  );
}

/** An answer has to name what it answers: that makes no loop. */
function identifies({ versions }: Flow, attribute: string): boolean {
  const { key = [], idempotencyKey = [], sequence } = versions.at(-1)?.meaning?.identity ?? {};
  return [...key, ...idempotencyKey, sequence?.from].includes(attribute);
}
