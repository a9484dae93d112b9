import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer, isWithin, type Pointer } from '@treaty/json';
import {
  attributeOf,
  type Entity,
  type Flow,
  type Ownership,
  ownershipOf,
  type Version,
} from '@treaty/registry';

import type { FlowCheck } from '../../context.ts';
import { shapeOfVersion } from '../../version-shape.ts';

const truthRules: Readonly<Record<'noRecord' | 'notOwned', Rule>> = {
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
export const producersSendTheirOwn: FlowCheck = {
  rules: Object.values(truthRules),
  findings: ({ flow, current }, { head, against }) => {
    const entity = head.entities.get(flow.entity);
    if (entity === undefined) return [];
    // A change does not make itself the master of what exists: the base's map is asked first.
    const maps = [against?.base.entities.get(flow.entity), entity].filter(
      (one) => one !== undefined,
    );
    const faults = new Map<string, Fault[]>();
    for (const version of current.toReversed()) {
      for (const leaf of leavesOf(flow, version)) {
        const fault = faultOf(flow, { ...leaf, version }, maps);
        if (fault === undefined) continue;
        // All attributes under one key of the truth map are one fault; so is each in several versions.
        const key = fault.ownership?.key ?? '';
        const same = faults.get(`${fault.ownership === undefined} ${key}`) ?? [];
        if (!same.some(({ attribute }) => attribute === fault.attribute)) same.push(fault);
        faults.set(`${fault.ownership === undefined} ${key}`, same);
      }
    }
    return [...faults.values()].map((list) => findingOf(flow, list));
  },
};

interface Leaf {
  readonly attribute: Pointer;
  /** In the payload. */
  readonly pointer: Pointer;
  readonly place: Pointer;
}

/** The attributes of a version that hold values themselves, by the entity's names. */
function leavesOf(flow: Flow, version: Version): readonly Leaf[] {
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

interface Fault extends Leaf {
  readonly version: Version;
  readonly entity: Entity;
  /** Absent: no system masters the attribute. */
  readonly ownership: Ownership | undefined;
}

function faultOf(
  flow: Flow,
  leaf: Leaf & { readonly version: Version },
  maps: readonly Entity[],
): Fault | undefined {
  const { attribute } = leaf;
  const entity = maps.find((map) => ownershipOf(map, attribute) !== undefined) ?? maps.at(-1);
  if (entity === undefined) return undefined;
  const ownership = ownershipOf(entity, attribute);
  const { producer, copies } = flow.agreement;
  const isOwn = ownership?.records.includes(producer) || ownership?.origin === producer;
  const isCopy = ownership && copies.some((copy) => isWithin(attribute, copy));
  return isOwn || isCopy ? undefined : { ...leaf, entity, ownership };
}

function findingOf(flow: Flow, faults: readonly Fault[]): Finding {
  const [first] = faults as [Fault];
  const { attribute, version, place, entity, ownership } = first;
  const more = faults.length > 1 ? ` and ${faults.length - 1} more` : '';
  const described = {
    message: `${version.version} describes it`,
    location: version.schema.at(place),
  };
  if (ownership === undefined) {
    return finding(truthRules.noRecord, {
      message: `${flow.id} sends ${attribute}${more}, which no system masters.`,
      location: entity.document.at('/truth'),
      related: [described],
      subject: `${flow.id} ${attribute}`,
    });
  }
  const { producer } = flow.agreement;
  const { key, records } = ownership;
  const masters = `${records.join(' and ')} master${records.length > 1 ? '' : 's'}`;
  const truth = entity.document.at(formatPointer(['truth', key]));
  return finding(truthRules.notOwned, {
    message: `${producer} sends ${attribute}${more}, which ${masters}.`,
    location: flow.document.at('/producer'),
    related: [described, { message: 'the truth map says so', location: truth }],
    fix: `If ${producer} masters it, say so in ${entity.document.file}; if it only carries it along, list it under \`copies\`.`,
    subject: key,
  });
}
