import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer, isWithin, type Pointer } from '@treaty/json';
import { attributeOf, type Entity, type Flow, ownershipOf, type Version } from '@treaty/registry';
import { readSchema, shapeOf } from '@treaty/schema';
import type { FlowCheck } from '../context.ts';

export const truthRules: Readonly<Record<'noRecord' | 'notOwned', Rule>> = {
  noRecord: {
    id: 'ownership/no-system-of-record',
    severity: 'error',
    summary: 'An attribute is sent that no system masters.',
    why: 'Where nobody holds the truth, two systems that differ are both right, and nobody can repair it.',
    fix: 'Give the attribute a system of record in the truth map of entity.yaml.',
  },
  notOwned: {
    id: 'ownership/sent-not-owned',
    severity: 'error',
    summary: 'A producer sends an attribute that it neither masters, originates nor copies.',
    why: 'A second writer is how a right value is overwritten by a stale one, in a system that trusts whoever spoke last.',
    fix: 'List the attribute under `copies`, if it is carried along; else correct the producer or the truth map.',
  },
};

/** One system of record an attribute; a producer sends what it masters, originates, hands over or copies. */
export const producersSendTheirOwn: FlowCheck = ({ flow, current }, { head, against }) => {
  const entity = head.entities.get(flow.entity);
  if (entity === undefined) return [];
  // A change does not make itself the master of what exists: the base's map is asked first.
  const maps = [against?.base.entities.get(flow.entity), entity].filter((one) => one !== undefined);
  const seen = new Map<string, Finding>();
  for (const version of current.toReversed()) {
    for (const { attribute, place } of leavesOf(flow, version)) {
      const found = faultOf(flow, version, maps, attribute, place);
      // The same fault in an older version, or in the next attribute under the same key, is the same fault.
      if (found !== undefined && !seen.has(found.fingerprint)) seen.set(found.fingerprint, found);
    }
  }
  return [...seen.values()];
};

interface Leaf {
  readonly attribute: Pointer;
  /** In the payload. */
  readonly pointer: Pointer;
  readonly place: Pointer;
}

/** The attributes of a version that hold values themselves, by the entity's names. */
function leavesOf(flow: Flow, version: Version): readonly Leaf[] {
  const { attributes } = shapeOf(readSchema(version.schema.value));
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

function faultOf(
  flow: Flow,
  version: Version,
  maps: readonly Entity[],
  attribute: Pointer,
  place: Pointer,
): Finding | undefined {
  const entity = maps.find((map) => ownershipOf(map, attribute) !== undefined) ?? maps.at(-1);
  if (entity === undefined) return undefined;
  const ownership = ownershipOf(entity, attribute);
  const described = {
    message: `${version.version} describes it`,
    location: version.schema.at(place),
  };
  if (ownership === undefined) {
    return finding(truthRules.noRecord, {
      message: `${flow.id} sends ${attribute}, which no system masters.`,
      location: entity.document.at('/truth'),
      related: [described],
      subject: `${flow.id} ${attribute}`,
    });
  }
  const { producer, copies } = flow.agreement;
  const { key, records, origin } = ownership;
  if (records.includes(producer) || origin === producer) return undefined;
  if (copies.some((copy) => isWithin(attribute, copy))) return undefined;
  return finding(truthRules.notOwned, {
    message: `${producer} sends ${attribute}, which ${records.join(' and ')} master${records.length > 1 ? '' : 's'}.`,
    location: flow.document.at('/producer'),
    related: [
      described,
      {
        message: 'the truth map says so',
        location: entity.document.at(formatPointer(['truth', key])),
      },
    ],
    fix: `List ${attribute} under \`copies\`, if ${producer} only carries it along.`,
    subject: key,
  });
}
