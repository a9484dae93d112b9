import { type Pointer, parsePointer } from '@treaty/json';
import { type Registry, SCHEMAS } from '@treaty/registry';
import type { FlowUnderCheck } from './context.ts';
import { attributeNames } from './entity-attributes.ts';

/** Whether a flow exists; also where its agreement could not be read, which is a finding of its own. */
export function isFlowThere(registry: Registry, id: string): boolean {
  return registry.flows.has(id) || registry.broken.has(`${SCHEMAS}/${id}/contract.yaml`);
}

/**
 * Whether a flow of another entity carries what is called the same at the end: `/email` of a customer is
 * the `/customer/email` of an order. Entities do not share their attributes, only what they call them.
 */
export function carriesNameOf(one: FlowUnderCheck, attribute: Pointer): boolean {
  const lastOf = (pointer: Pointer): string | undefined => parsePointer(pointer).at(-1);
  return [...attributeNames(one)].some((name) => lastOf(name) === lastOf(attribute));
}
