import { decide, judge } from '@treaty/containment';
import type { JsonValue } from '@treaty/json';
import { readRows } from './rows.ts';

interface Version {
  readonly topic: string;
  readonly version: string;
  readonly schema: JsonValue;
  readonly sample: JsonValue;
}

interface Pair {
  readonly topic: string;
  readonly old: string;
  readonly new: string;
  readonly backwardWitness?: unknown;
  readonly forwardWitness?: unknown;
}

/** Verdicts are counted per direction, two for each pair. */
export interface ShopifyCounts {
  pairs: number;
  contained: number;
  notContained: number;
  undecided: number;
  /** Directions that the documented sample alone proves to break. */
  provenBreaks: number;
  /** Proven breaks that were called contained. */
  missed: number;
  /** Witnesses that a fresh judgement by both validators does not confirm. */
  badWitness: number;
  seconds: number;
}

const OPTIONS = { writer: 'open', formats: 'annotate', dialect: '2020-12' } as const;

/** Every consecutive pair of real versions, both ways: old ⊆ new (backward) and new ⊆ old (forward). */
export async function shopify(versionsFile: string, oracleFile: string): Promise<ShopifyCounts> {
  const versions = new Map(
    readRows<Version>(versionsFile).map((row) => [`${row.topic} ${row.version}`, row]),
  );
  const counts = {
    pairs: 0,
    contained: 0,
    notContained: 0,
    undecided: 0,
    provenBreaks: 0,
    missed: 0,
    badWitness: 0,
    seconds: 0,
  };
  const start = performance.now();
  for (const pair of readRows<Pair>(oracleFile)) {
    const before = versions.get(`${pair.topic} ${pair.old}`);
    const after = versions.get(`${pair.topic} ${pair.new}`);
    if (!before || !after) throw new Error(`no schemas for ${pair.topic} ${pair.old} ${pair.new}`);
    counts.pairs++;
    for (const [writer, reader, isBreak] of [
      [before, after, pair.backwardWitness !== undefined],
      [after, before, pair.forwardWitness !== undefined],
    ] as const) {
      if (isBreak) counts.provenBreaks++;
      const seeds = [writer.sample];
      const verdict = await decide(writer.schema, reader.schema, { ...OPTIONS, seeds });
      if (verdict.verdict === 'contained') {
        counts.contained++;
        if (isBreak) counts.missed++;
      } else if (verdict.verdict === 'undecided') counts.undecided++;
      else {
        counts.notContained++;
        const opinion = await judge(writer.schema, reader.schema, verdict.witness, OPTIONS);
        if (opinion !== 'break') counts.badWitness++;
      }
    }
  }
  counts.seconds = Math.round((performance.now() - start) / 100) / 10;
  return counts;
}
