import { canonical, isWithin, type JsonValue, type Pointer } from '@treaty/json';
import { type Entity, inRange, type Ownership, ownershipOf, type Version } from '@treaty/registry';
import { type Leaf, leavesOf } from '../../attributes.ts';
import type { CheckInput, EntityUnderCheck, FlowUnderCheck } from '../../context.ts';

/**
 * As what a producer sends an attribute: its *own* (it masters or originates it, or is part of the cutover),
 * a correction *by hand* that the entity allows through this flow, a *copy* that the agreement declares, or
 * *undeclared*.
 */
export type Standing = 'own' | 'by-hand' | 'copy' | 'undeclared';

/** An attribute that a flow carries, as the newest of its versions that has it describes it. */
export interface Sent extends Leaf {
  readonly one: FlowUnderCheck;
  readonly producer: string;
  readonly version: Version;
  /** Whose truth map was asked. */
  readonly entity: Entity;
  /** Undefined: no system masters it. */
  readonly ownership: Ownership | undefined;
  readonly standing: Standing;
  /** The consumers that read it, in some version that has it. */
  readonly readers: ReadonlySet<string>;
}

/**
 * Under which truth: the *proposed* one, or the one that *guards* the change, since it does not make itself
 * the master of what exists: of an attribute that the base's flows carry, the base's map is asked.
 */
export type Under = 'guarding' | 'proposed';

const known = new WeakMap<EntityUnderCheck, Map<Under, readonly Sent[]>>();

/** Every attribute that the flows of an entity carry, once a flow. */
export function sentAttributes(
  one: EntityUnderCheck,
  input: CheckInput,
  under: Under,
): readonly Sent[] {
  const before = known.get(one) ?? new Map<Under, readonly Sent[]>();
  known.set(one, before);
  const mapOf =
    under === 'guarding' && changesTruth(one, input)
      ? guardingMap(one.entity, input)
      : () => one.entity;
  const sent =
    before.get(under) ?? one.flows.flatMap((flow) => [...sentBy(flow, mapOf, one.entity).values()]);
  before.set(under, sent);
  return sent;
}

/** Whether a change proposes another truth: its attributes are then looked at under both. */
export function changesTruth({ entity }: EntityUnderCheck, { against }: CheckInput): boolean {
  const base = against?.base.entities.get(entity.name);
  if (base === undefined) return false;
  const text = ({ truth }: Entity): string => canonical(truth as unknown as JsonValue);
  return text(base) !== text(entity);
}

function guardingMap(entity: Entity, { against }: CheckInput): (attribute: Pointer) => Entity {
  const base = against?.base.entities.get(entity.name);
  if (against === undefined || base === undefined) return () => entity;
  const flows = against.base.flows.select((id) => id.startsWith(`${entity.name}/`));
  const carried = new Set(
    flows.flatMap((flow) =>
      flow.versions.flatMap((version) => leavesOf(flow, version).map((leaf) => leaf.attribute)),
    ),
  );
  return (attribute) =>
    carried.has(attribute) && ownershipOf(base, attribute) !== undefined ? base : entity;
}

function sentBy(
  one: FlowUnderCheck,
  mapOf: (attribute: Pointer) => Entity,
  head: Entity,
): ReadonlyMap<Pointer, Sent> {
  const { flow, current } = one;
  const sent = new Map<Pointer, Sent>();
  for (const version of current.toReversed()) {
    const readings = readingsOf(one, version);
    for (const leaf of leavesOf(flow, version)) {
      const readers = readersOf(readings, leaf.pointer);
      const newer = sent.get(leaf.attribute);
      if (newer !== undefined) {
        if (readers.some((party) => !newer.readers.has(party))) {
          sent.set(leaf.attribute, { ...newer, readers: new Set([...newer.readers, ...readers]) });
        }
        continue;
      }
      const entity = mapOf(leaf.attribute);
      const ownership = ownershipOf(entity, leaf.attribute);
      sent.set(leaf.attribute, {
        ...leaf,
        one,
        producer: flow.agreement.producer,
        version,
        entity,
        ownership,
        standing: standingOf(one, leaf.attribute, ownership, head),
        readers: new Set(readers),
      });
    }
  }
  return sent;
}

function standingOf(
  { flow: { id, agreement } }: FlowUnderCheck,
  attribute: Pointer,
  ownership: Ownership | undefined,
  entity: Entity,
): Standing {
  if (ownership === undefined) return 'undeclared';
  if (ownersOf(ownership).includes(agreement.producer)) return 'own';
  const byHand = Object.entries(entity.byHand).some(
    ([key, { through }]) => through === id && isWithin(attribute, key),
  );
  if (byHand) return 'by-hand';
  return agreement.copies.some((copy) => isWithin(attribute, copy)) ? 'copy' : 'undeclared';
}

/** Who may send an attribute as its own. */
export function ownersOf({ records, origin }: Ownership): readonly string[] {
  return origin === undefined ? records : [...records, origin];
}

interface Reading {
  readonly party: string;
  readonly attributes: 'all' | readonly Pointer[];
}

/** What consumers read of a version: asked once a version, not once an attribute. */
function readingsOf({ flow }: FlowUnderCheck, { version }: Version): readonly Reading[] {
  return flow.agreement.consumers.flatMap(({ party, reads }) =>
    reads
      .filter(({ range }) => inRange(version, range))
      .map(({ attributes }) => ({ party, attributes })),
  );
}

function readersOf(readings: readonly Reading[], pointer: Pointer): readonly string[] {
  const isRead = ({ attributes }: Reading): boolean =>
    attributes === 'all' ||
    attributes.some((read) => isWithin(pointer, read) || isWithin(read, pointer));
  return readings.filter(isRead).map(({ party }) => party);
}
