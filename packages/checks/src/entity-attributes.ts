import { isWithin, type Pointer } from '@treaty/json';
import { placeOf, type Version } from '@treaty/registry';
import { leavesOf, lookUp } from './attributes.ts';
import type { FlowUnderCheck } from './context.ts';
import { shapeOfVersion } from './version-shape.ts';

/** Whether a version describes an attribute, by the entity's name, or something within it. */
function describes({ flow }: FlowUnderCheck, version: Version, attribute: Pointer): boolean {
  const place = placeOf(flow, version.version, attribute);
  if (place !== undefined && lookUp(shapeOfVersion(version).shape, place) !== undefined)
    return true;
  return leavesOf(flow, version).some((leaf) => isWithin(leaf.attribute, attribute));
}

/** Whether some version of the flow that is not retired describes it. */
export function carries(one: FlowUnderCheck, attribute: Pointer): boolean {
  return one.current.some((version) => describes(one, version, attribute));
}

/** The attributes that a flow carries, and what they are parts of, by the entity's names. */
export function attributeNames(one: FlowUnderCheck): ReadonlySet<Pointer> {
  const leaves = one.current.flatMap((version) => leavesOf(one.flow, version));
  return new Set(
    leaves.flatMap(({ attribute }) =>
      [...attribute]
        .flatMap((sign, i) => (sign === '/' && i > 0 ? [attribute.slice(0, i)] : []))
        .concat(attribute),
    ),
  );
}
