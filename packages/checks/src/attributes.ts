import { isWithin, type Pointer } from '@treaty/json';
import { attributeOf, type Flow, type Version } from '@treaty/registry';
import { type Attribute, closest, type Shape } from '@treaty/schema';
import { shapeOfVersion } from './version-shape.ts';

/** An attribute of a version that holds values itself. */
export interface Leaf {
  /** By the entity's name. */
  readonly attribute: Pointer;
  /** In the payload. */
  readonly pointer: Pointer;
  /** In the schema. */
  readonly place: Pointer;
}

const known = new WeakMap<Flow, Map<Version, readonly Leaf[]>>();

/** The attributes of a version that hold values themselves, by the entity's names. */
export function leavesOf(flow: Flow, version: Version): readonly Leaf[] {
  const ofFlow = known.get(flow) ?? new Map<Version, readonly Leaf[]>();
  known.set(flow, ofFlow);
  const leaves = ofFlow.get(version) ?? readLeaves(flow, version);
  ofFlow.set(version, leaves);
  return leaves;
}

function readLeaves(flow: Flow, version: Version): readonly Leaf[] {
  const { attributes } = shapeOfVersion(version).shape;
  const parents = new Set(
    attributes.map(({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/'))),
  );
  return attributes
    .filter(({ pointer }) => pointer !== '' && !parents.has(pointer))
    .map(({ pointer, schemas }) => ({
      pointer,
      attribute: attributeOf(flow, version.version, pointer),
      place: schemas[0] ?? '',
    }));
}

/**
 * What a shape says about a place in the payload; 'open' where it lies in something of which the schema
 * says nothing further, such as a map of anything, so that it may well be there.
 */
export function lookUp(shape: Shape, pointer: Pointer): Attribute | 'open' | undefined {
  const described = shape.get(pointer);
  if (described !== undefined) return described;
  if (shape.truncated) return 'open';
  const above = nearestAbove(shape, pointer);
  const holdsParts = above.types.some((type) => type === 'object' || type === 'array');
  const isDescribed = shape.attributes.some((other) => isBelow(other.pointer, above.pointer));
  return holdsParts && (above.recursive || !isDescribed) ? 'open' : undefined;
}

/** Whether every payload has a value there that is not null. */
export function isAlwaysThere(shape: Shape, pointer: Pointer): boolean {
  return [...ancestors(pointer), pointer].every((at) => {
    const attribute = shape.get(at);
    return attribute?.required === true && !attribute.types.includes('null');
  });
}

/** `{ fix: 'Did you mean /orderId?' }`, where a name of the list is near enough. */
export function suggestion(name: string, known: Iterable<string>): { readonly fix?: string } {
  const meant = closest(name, [...new Set(known)]);
  return meant === undefined ? {} : { fix: `Did you mean ${meant}?` };
}

function nearestAbove(shape: Shape, pointer: Pointer): Attribute {
  const above = ancestors(pointer).map((at) => shape.get(at));
  return above.findLast((one) => one !== undefined) ?? (shape.attributes[0] as Attribute);
}

/** `""` and `/lines` of `/lines/0`. */
function ancestors(pointer: Pointer): readonly Pointer[] {
  return [...pointer].flatMap((sign, i) => (sign === '/' ? [pointer.slice(0, i)] : []));
}

function isBelow(pointer: Pointer, ancestor: Pointer): boolean {
  return pointer !== ancestor && isWithin(pointer, ancestor);
}
