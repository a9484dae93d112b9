import { formatPointer, type Pointer } from '@treaty/json';
import { type Flow, placeOf, type ReconcileRoutine, type Version } from '@treaty/registry';
import type { Attribute } from '@treaty/schema';
import { lookUp } from '../../attributes.ts';
import type { FlowUnderCheck } from '../../context.ts';
import { headsOf } from '../../flows.ts';
import { shapeOfVersion } from '../../version-shape.ts';

/** An attribute that a reconcile routine names, by the entity's name. */
export interface RoutineAttribute {
  readonly routine: string;
  readonly role: 'key' | 'compare' | 'sum' | 'by' | 'states';
  readonly attribute: Pointer;
  /** Where contract.yaml names it, and whether as a value or as a name. */
  readonly at: Pointer;
  readonly part: 'value' | 'name';
}

/** Everything that the routines of a flow name, in the order of the document. */
export function routineAttributes({ agreement }: Flow): readonly RoutineAttribute[] {
  return Object.entries(agreement.reconcile ?? {}).flatMap(([routine, each]) =>
    named(each).map(({ path, ...rest }) => ({
      ...rest,
      routine,
      at: formatPointer(['reconcile', routine, ...path]),
    })),
  );
}

type Named = Omit<RoutineAttribute, 'routine' | 'at'> & {
  readonly path: readonly (string | number)[];
};

function named({ key, compare, totals, states = {} }: ReconcileRoutine): readonly Named[] {
  const value = { part: 'value' } as const;
  const name = { part: 'name' } as const;
  return [
    ...(key ?? []).map((attribute, i) => ({
      ...value,
      role: 'key' as const,
      attribute,
      path: ['key', i],
    })),
    ...Object.keys(compare).map((attribute) => ({
      ...name,
      role: 'compare' as const,
      attribute,
      path: ['compare', attribute],
    })),
    ...(totals === undefined
      ? []
      : [
          { ...value, role: 'sum' as const, attribute: totals.sum, path: ['totals', 'sum'] },
          ...totals.by.map((attribute, i) => ({
            ...value,
            role: 'by' as const,
            attribute,
            path: ['totals', 'by', i],
          })),
        ]),
    ...Object.keys(states).map((attribute) => ({
      ...name,
      role: 'states' as const,
      attribute,
      path: ['states', attribute],
    })),
  ];
}

/** The attribute in a version that is sent, or will be. */
export interface InVersion {
  readonly version: Version;
  /** In the payload; undefined where the agreement maps the name away. */
  readonly pointer: Pointer | undefined;
  readonly found: Attribute | 'open' | undefined;
}

/** The attribute in the newest version of every major that is sent: extracts speak of these. */
export function inVersions(one: FlowUnderCheck, attribute: Pointer): readonly InVersion[] {
  return headsOf(one).map((version) => {
    const pointer = placeOf(one.flow, version.version, attribute);
    const { shape } = shapeOfVersion(version);
    return { version, pointer, found: pointer === undefined ? undefined : lookUp(shape, pointer) };
  });
}

/** The first version of which `isWrong` holds, among those that describe the attribute. */
export function firstDescribed(
  one: FlowUnderCheck,
  attribute: Pointer,
  isWrong: (
    found: Attribute,
    at: { readonly version: Version; readonly pointer: Pointer },
  ) => boolean,
): Version | undefined {
  return inVersions(one, attribute).find(
    ({ version, pointer, found }) =>
      found !== undefined &&
      found !== 'open' &&
      pointer !== undefined &&
      isWrong(found, { version, pointer }),
  )?.version;
}
