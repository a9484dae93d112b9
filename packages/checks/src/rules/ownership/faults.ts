import type { CheckInput, EntityUnderCheck } from '../../context.ts';
import { grouped } from '../../grouped.ts';
import { type Return, returnOf } from './returns.ts';
import {
  changesTruth,
  ownersOf,
  type Sent,
  sentAttributes,
  type Under,
} from './sent-attributes.ts';

/**
 * What is wrong with attributes that one flow sends, all under one key of the truth map. The kinds exclude
 * one another, so that one fault is one finding: that a value comes back to its system of record says more
 * than that there is a second writer, and that more than that the producer does not own it.
 */
export type Fault =
  | { readonly kind: 'no-record'; readonly sent: readonly [Sent, ...Sent[]] }
  | { readonly kind: 'not-owned'; readonly sent: readonly [Sent, ...Sent[]] }
  | {
      readonly kind: 'two-writers';
      readonly sent: readonly [Sent, ...Sent[]];
      /** The first attribute, as a system that may send it does. */
      readonly other: Sent;
    }
  | {
      readonly kind: 'write-back';
      readonly sent: readonly [Sent, ...Sent[]];
      /** How the first attribute comes back. */
      readonly way: Return;
    };

const found = new WeakMap<EntityUnderCheck, readonly Fault[]>();

/** The faults of an entity; without those in which only flows take part that this run does not look at. */
export function ownershipFaults(one: EntityUnderCheck, input: CheckInput): readonly Fault[] {
  const before = found.get(one);
  if (before !== undefined) return before;
  const guarding = faultsUnder('guarding', one, input);
  // What the change makes of the truth has to hold as well, once it is on the base.
  const proposed = changesTruth(one, input) ? faultsUnder('proposed', one, input) : [];
  const isSaid = (fault: Fault): boolean =>
    guarding.some((other) => other.sent[0].one === fault.sent[0].one);
  const faults = [...guarding, ...proposed.filter((fault) => !isSaid(fault))];
  found.set(one, faults);
  return faults;
}

function faultsUnder(under: Under, one: EntityUnderCheck, input: CheckInput): readonly Fault[] {
  const all = sentAttributes(one, input, under);
  const byAttribute = grouped(all, ({ attribute }) => attribute);
  const wrong = all.flatMap((sent): Wrong[] => {
    const carriers = byAttribute.get(sent.attribute) ?? [];
    const way = returnOf(sent, carriers);
    return sent.standing === 'undeclared' || way !== undefined ? [{ sent, way, carriers }] : [];
  });
  const keyOf = ({ sent }: Wrong): string =>
    [sent.one.flow.id, sent.ownership?.key ?? 'nobody'].join(' ');
  return [...grouped(wrong, keyOf).values()]
    .map(faultOf)
    .filter((fault) => placesOf(fault).some(({ one: { flow } }) => one.changed.has(flow.id)));
}

interface Wrong {
  readonly sent: Sent;
  readonly way: Return | undefined;
  /** Every flow that carries the attribute. */
  readonly carriers: readonly Sent[];
}

function faultOf(group: readonly Wrong[]): Fault {
  const sent = group.map((one) => one.sent) as [Sent, ...Sent[]];
  const { ownership } = sent[0];
  if (ownership === undefined) return { kind: 'no-record', sent };
  const back = group.filter(({ way }) => way !== undefined);
  if (back[0]?.way !== undefined) {
    return {
      kind: 'write-back',
      sent: back.map((one) => one.sent) as typeof sent,
      way: back[0].way,
    };
  }
  const owners = ownersOf(ownership);
  for (const one of group) {
    const other = one.carriers.find(
      ({ standing, producer }) => standing === 'own' && owners.includes(producer),
    );
    if (other === undefined) continue;
    return { kind: 'two-writers', sent: [one.sent, ...sent.filter((s) => s !== one.sent)], other };
  }
  return { kind: 'not-owned', sent };
}

/** The attribute in every flow that takes part. */
function placesOf(fault: Fault): readonly Sent[] {
  switch (fault.kind) {
    case 'no-record':
    case 'not-owned':
      return fault.sent;
    case 'two-writers':
      return [...fault.sent, fault.other];
    case 'write-back':
      return [...fault.sent, ...fault.way.there];
  }
}

/** `/total and 2 more` */
export function named([first, ...more]: readonly [Sent, ...Sent[]]): string {
  return more.length === 0 ? first.attribute : `${first.attribute} and ${more.length} more`;
}
