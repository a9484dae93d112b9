import { type Pointer, parsePointer } from '@treaty/json';
import { majorOf, type Registry, SCHEMAS, type Version } from '@treaty/registry';
import type { FlowUnderCheck } from './context.ts';
import { attributeNames } from './entity-attributes.ts';

/** Whether a flow exists; also where its agreement could not be read, which is a finding of its own. */
export function isFlowThere(registry: Registry, id: string): boolean {
  return registry.flows.has(id) || registry.broken.has(`${SCHEMAS}/${id}/contract.yaml`);
}

/** The version that speaks for a flow: the newest that is released, or while there is none the newest draft. */
export function newestOf(one: FlowUnderCheck): Version | undefined {
  return one.sent.findLast((version) => isReleased(one, version)) ?? one.sent.at(-1);
}

/**
 * The newest version of every major that is sent, and the newest draft above it, newest first: what an
 * agreement says of payloads holds for these. Older minors are sent only where a consumer has not moved yet.
 */
export function headsOf(one: FlowUnderCheck): readonly Version[] {
  const majors = [...new Set(one.sent.map(({ version }) => majorOf(version)))];
  return majors
    .flatMap((major) => {
      const ofMajor = one.sent.filter(({ version }) => majorOf(version) === major);
      const released = ofMajor.findLast((version) => isReleased(one, version));
      return ofMajor.filter((version) => version === released || version === ofMajor.at(-1));
    })
    .toReversed();
}

/** Also of a version that the change under check releases: its agreement may speak of it. */
function isReleased({ flow }: FlowUnderCheck, { version }: Version): boolean {
  return flow.lock.some((entry) => entry.version === version);
}

/**
 * Whether a flow of another entity carries what is called the same at the end: `/email` of a customer is
 * the `/customer/email` of an order. Entities do not share their attributes, only what they call them.
 */
export function carriesNameOf(one: FlowUnderCheck, attribute: Pointer): boolean {
  const lastOf = (pointer: Pointer): string | undefined => parsePointer(pointer).at(-1);
  return [...attributeNames(one)].some((name) => lastOf(name) === lastOf(attribute));
}
