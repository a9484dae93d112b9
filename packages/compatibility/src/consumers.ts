import { decide } from '@treaty/containment';
import { type Consumer, inRange, type Version, type Versioned } from '@treaty/registry';
import { type Comparison, type Question, seedsOf } from './compare.ts';
import { project } from './projection.ts';

/** Whom a broken comparison breaks, and who reads the flow without being touched by it. */
export interface Impact {
  readonly breaks: readonly string[];
  /** Consumers that read the version, but nothing of what broke. */
  readonly spared: readonly string[];
}

/**
 * A break breaks the consumers that read the version on its reader's side, as far as it touches the
 * attributes they read. Backward that is who will read the draft, forward who reads the released
 * version today. Undecided breaks.
 */
export async function impactOf(
  comparison: Comparison,
  draft: Version,
  flow: Versioned,
  question: Question,
): Promise<Impact> {
  const [writer, reader] =
    comparison.direction === 'backward' ? [comparison.other, draft] : [draft, comparison.other];
  const breaks: string[] = [];
  const spared: string[] = [];
  for (const consumer of flow.agreement.consumers) {
    if (!reads(consumer, reader.version)) continue;
    const broken = await isBroken(consumer, writer, reader, question);
    (broken ? breaks : spared).push(consumer.party);
  }
  return { breaks, spared };
}

function reads(consumer: Consumer, version: string): boolean {
  return consumer.reads.some(({ range }) => inRange(version, range));
}

async function isBroken(
  consumer: Consumer,
  writer: Version,
  reader: Version,
  question: Question,
): Promise<boolean> {
  const read = consumer.reads.filter(({ range }) => inRange(reader.version, range));
  const attributes = read.flatMap((one) => (one.attributes === 'all' ? [''] : one.attributes));
  const projected = project(reader.schema.value, attributes);
  if (attributes.includes('') || projected === undefined) return true;
  const verdict = await decide(writer.schema.value, projected, {
    ...question,
    seeds: seedsOf(writer),
  });
  return verdict.verdict !== 'contained';
}
