import {
  type ChangeClass,
  declaredClass,
  liveVersions,
  predecessor,
  readVersions,
  sameMajor,
  type Version,
  type Versioned,
} from '@treaty/registry';
import { type Comparison, compare, type Direction, type Question } from './compare.ts';
import {
  type IdentityPart,
  type InvariantChange,
  identityChanges,
  invariantChanges,
} from './meaning.ts';
import { sameAsSent } from './same-payloads.ts';

/** What a draft is judged against: the flow as the base has it, which the change cannot loosen. */
export interface Judging {
  /** The flow whose agreement guards the change: the base's, or for a new flow its own. */
  readonly guard: Versioned;
  /** The versions that the base's lock names. */
  readonly released: ReadonlySet<string>;
  readonly formats: Question['formats'];
  /** UTC date, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What kind of change a draft is, and why. */
export interface Judgement {
  readonly draft: Version;
  /** Computed, never declared. */
  readonly class: ChangeClass;
  /** What the draft's number says. */
  readonly declared: ChangeClass;
  /** No version of its major is live: it may break what was before. */
  readonly opensMajor: boolean;
  /** The highest released version below it; undefined where there is none. */
  readonly predecessor: Version | undefined;
  /** One for each required direction and version that it must agree with. */
  readonly comparisons: readonly Comparison[];
  readonly invariants: readonly MeaningChange<InvariantChange>[];
  readonly identity: readonly MeaningChange<IdentityPart>[];
}

/** A change of meaning towards one live version. */
export interface MeaningChange<T> {
  readonly other: Version;
  readonly change: T;
}

/**
 * The class of a draft, as the design defines it: *major* if a required direction fails, or is undecided,
 * towards a version that is live in its major, or if identity or (in a required direction) an invariant
 * changes; else *minor* if the payloads as sent, or the invariants, differ from its predecessor's; else
 * *patch*. A draft that opens a major is held against the live versions of its predecessor's major: if
 * it breaks none of them, its number is overstated. The first version of a flow is a major.
 */
export async function judge(draft: Version, judging: Judging): Promise<Judgement> {
  const { guard, released, formats } = judging;
  const { direction, writer } = guard.agreement.compatibility;
  const question: Question = { writer, formats };
  const before = find(guard, predecessor(draft.version, released));
  const declared = declaredClass(draft.version);
  const opensMajor = !readVersions(guard, released, judging.today).some((one) =>
    sameMajor(one, draft.version),
  );
  const inside = opensMajor ? before?.version : draft.version;
  if (inside === undefined) {
    const nothing = { comparisons: [], invariants: [], identity: [] };
    return { draft, class: 'major', declared, opensMajor, predecessor: undefined, ...nothing };
  }
  const peers = peersOf(draft, inside, judging);
  const directions: Direction[] = direction === 'full' ? ['backward', 'forward'] : [direction];
  const comparisons: Comparison[] = [];
  for (const one of directions) {
    for (const other of peers[one]) comparisons.push(await compare(draft, other, one, question));
  }
  const live = [...new Set(directions.flatMap((one) => peers[one]))];
  const invariants = live.flatMap((other) =>
    invariantChanges(other, draft)
      .filter(({ change }) =>
        directions.some((one) => peers[one].includes(other) && ENDANGERS[change].includes(one)),
      )
      .map((change) => ({ other, change })),
  );
  const identity = live.flatMap((other) =>
    identityChanges(other, draft).map((change) => ({ other, change })),
  );
  const breaks =
    comparisons.some(({ verdict }) => verdict.verdict !== 'contained') ||
    invariants.length > 0 ||
    identity.length > 0;
  const same =
    !breaks &&
    before !== undefined &&
    invariantChanges(before, draft).length === 0 &&
    (await sameAsSent(before.schema.value, draft.schema.value, question));
  const computed = breaks ? 'major' : same ? 'patch' : 'minor';
  return {
    draft,
    class: computed,
    declared,
    opensMajor,
    predecessor: before,
    comparisons,
    invariants,
    identity,
  };
}

/** A stricter meaning refuses what was written before; a looser one lets through what readers rely on. */
const ENDANGERS: Readonly<Record<InvariantChange['change'], readonly Direction[]>> = {
  added: ['backward'],
  removed: ['forward'],
  edited: ['backward', 'forward'],
};

/**
 * Released versions of the major of `inside`: those that the draft must agree with. Backward, what is draining counts as well: a dead
 * letter may bring it back.
 */
function peersOf(
  draft: Version,
  inside: string,
  { guard, released, today }: Judging,
): Readonly<Record<Direction, readonly Version[]>> {
  const pick = (versions: readonly string[]): Version[] =>
    versions
      .filter((version) => sameMajor(version, inside) && version !== draft.version)
      .map((version) => find(guard, version))
      .filter((version) => version !== undefined);
  return {
    backward: pick(readVersions(guard, released, today)),
    forward: pick(liveVersions(guard, released, today)),
  };
}

export function find(flow: Versioned, version: string | undefined): Version | undefined {
  return flow.versions.find((one) => one.version === version);
}

/** Whether the number promises more than the change keeps: what `check` refuses. */
export function isUnderstated({ class: computed, declared }: Judgement): boolean {
  return RANK[declared] < RANK[computed];
}

export function isOverstated({ class: computed, declared }: Judgement): boolean {
  return RANK[declared] > RANK[computed];
}

export const RANK: Readonly<Record<ChangeClass, number>> = { patch: 0, minor: 1, major: 2 };
