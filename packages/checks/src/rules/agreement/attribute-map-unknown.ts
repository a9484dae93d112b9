import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer, isWithin, type Pointer } from '@treaty/json';
import { inRange, type Version } from '@treaty/registry';
import { leavesOf, lookUp, suggestion } from '../../attributes.ts';
import type { EntityCheck, EntityUnderCheck, FlowUnderCheck } from '../../context.ts';
import { attributeNames } from '../../entity-attributes.ts';
import { shapeOfVersion } from '../../version-shape.ts';

const rule: Rule = {
  id: 'agreement/attribute-map-unknown',
  severity: 'error',
  summary: 'A map of attributes points from, or to, something that is not there.',
  why: 'Truth, copies and reconciliation speak the names of the entity. A map that points nowhere leaves an attribute without its system of record.',
  fix: 'Point from a place in the payloads of the range to an attribute that the other versions of the entity, or its truth map, know.',
};

/** Attribute maps lead from places that the range has to attributes that the rest of the entity knows. */
export const attributeMapsLead: EntityCheck = {
  rules: [rule],
  findings: (entity) => {
    if (!entity.complete) return [];
    return entity.flows.flatMap((one) =>
      entity.changed.has(one.flow.id) ? ofFlow(one, entity) : [],
    );
  },
};

function ofFlow(one: FlowUnderCheck, entity: EntityUnderCheck): readonly Finding[] {
  const { flow } = one;
  return Object.entries(flow.agreement.attributes ?? {}).flatMap(([range, map]) => {
    const inside = flow.versions.filter(({ version }) => inRange(version, range));
    const location = flow.document.at(formatPointer(['attributes', range]), 'name');
    if (inside.length === 0) {
      const message = `${flow.id} maps attributes of ${range}, and has no such version.`;
      return [finding(rule, { message, location })];
    }
    const places = inside.flatMap((version) =>
      shapeOfVersion(version).shape.attributes.map(({ pointer }) => pointer),
    );
    const known = knownBeside(one, inside, entity);
    return Object.entries(map).flatMap(([from, to]): Finding[] => {
      const at = formatPointer(['attributes', range, from]);
      if (!inside.some((version) => lookUp(shapeOfVersion(version).shape, from) !== undefined)) {
        const message = `${flow.id} maps ${from} of ${range} to ${to}, and no version of the range has ${from}.`;
        const location = flow.document.at(at, 'name');
        return [finding(rule, { message, location, ...suggestion(from, places) })];
      }
      if (known.some((name) => isWithin(name, to))) return [];
      const message = `${flow.id} maps ${from} of ${range} to ${to}, which no other version of ${entity.entity.name} and no truth map knows.`;
      return [finding(rule, { message, location: flow.document.at(at), ...suggestion(to, known) })];
    });
  });
}

/** What the entity is known to have, apart from what the versions of the map say themselves. */
function knownBeside(
  one: FlowUnderCheck,
  inside: readonly Version[],
  { entity, flows }: EntityUnderCheck,
): readonly Pointer[] {
  const others = flows.filter((other) => other !== one);
  const rest = one.flow.versions.filter((version) => !inside.includes(version));
  return [
    ...others.flatMap((other) => [...attributeNames(other)]),
    ...rest.flatMap((version) => leavesOf(one.flow, version).map(({ attribute }) => attribute)),
    ...Object.keys(entity.truth),
    ...Object.keys(entity.byHand),
  ].filter((name) => name !== '');
}
