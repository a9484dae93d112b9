import { decide, type Verdict } from '@treaty/containment';
import type { Version } from '@treaty/registry';

export type Direction = 'backward' | 'forward';

/** How two versions are asked about each other. */
export interface Question {
  readonly writer: 'closed' | 'open';
  readonly formats: 'assert' | 'annotate';
}

/** Is every payload that the writer version allows accepted by the reader version? */
export interface Comparison {
  /** `backward`: the change reads what a released version wrote. `forward`: the other way round. */
  readonly direction: Direction;
  /** The released version on the other side. */
  readonly other: Version;
  readonly verdict: Verdict;
}

export async function compare(
  draft: Version,
  other: Version,
  direction: Direction,
  question: Question,
): Promise<Comparison> {
  const [writer, reader] = direction === 'backward' ? [other, draft] : [draft, other];
  const options = { ...question, seeds: seedsOf(writer) };
  const verdict = await decide(writer.schema.value, reader.schema.value, options);
  return { direction, other, verdict };
}

/** What witnesses start from: the valid samples of the version that writes. */
export function seedsOf(version: Version): readonly Version['schema']['value'][] {
  return version.samples
    .filter(({ kind }) => kind === 'valid')
    .map(({ document }) => document.value);
}
