import type { Pointer } from '@treaty/json';
import { attributeOf, placeOf } from '@treaty/registry';
import { isAlwaysThere } from './attributes.ts';
import type { FlowUnderCheck } from './context.ts';
import { carriesNameOf, newestOf } from './flows.ts';
import { shapeOfVersion } from './version-shape.ts';

/**
 * The attributes of a flow's key that another flow does not carry in every payload of its newest version.
 * Where that is a flow of another entity, what it calls the same is taken for the same.
 */
export function missingKey(one: FlowUnderCheck, other: FlowUnderCheck): readonly Pointer[] {
  const version = newestOf(one);
  const target = newestOf(other);
  if (version === undefined || target === undefined) return [];
  const key = (version.meaning?.identity.key ?? []).map((pointer) =>
    attributeOf(one.flow, version.version, pointer),
  );
  const { shape } = shapeOfVersion(target);
  return key.filter((attribute) => {
    if (one.flow.entity !== other.flow.entity) return !carriesNameOf(other, attribute);
    const place = placeOf(other.flow, target.version, attribute);
    return place === undefined || !isAlwaysThere(shape, place);
  });
}
