import type { EntityCheck, FlowCheck, RegistryCheck } from '../../context.ts';
import { attributeMapsLead } from './attribute-map-unknown.ts';
import { dutiesHaveAParty } from './duty-without-party.ts';
import { flowsExist } from './flow-unknown.ts';
import { partiesAreKnown } from './known-parties.ts';
import { partiesCanBeCalled } from './party-without-page.ts';
import { rangesAreMeant } from './ranges.ts';
import { readsExist } from './read-unknown.ts';
import { requiredSectionsAreThere } from './required-sections.ts';

/** What agreements name: parties, flows, attributes, ranges, duties. */
export const AGREEMENT_CHECKS: {
  readonly registry: readonly RegistryCheck[];
  readonly entity: readonly EntityCheck[];
  readonly flow: readonly FlowCheck[];
} = {
  registry: [partiesAreKnown, partiesCanBeCalled, flowsExist],
  entity: [attributeMapsLead],
  flow: [rangesAreMeant, requiredSectionsAreThere, dutiesHaveAParty, readsExist],
};
