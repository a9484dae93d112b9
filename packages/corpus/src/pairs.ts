import { decide, judge } from '@treaty/containment';
import type { JsonValue } from '@treaty/json';
import { dialectOfRow } from './row-dialect.ts';
import { readRows } from './rows.ts';

interface Pair {
  readonly id: string;
  readonly a: JsonValue;
  readonly b: JsonValue;
  readonly a_subset_b: boolean;
  readonly dialect?: string;
}

export interface PairCounts {
  readonly rows: number;
  readonly right: number;
  readonly wrong: number;
  readonly falselyContained: number;
  readonly falselyBroken: number;
  readonly undecided: number;
  readonly badWitness: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** Pairs with a known answer; `inform` gets a line for each row that is not right. */
export async function pairs(file: string, inform: (line: string) => void): Promise<PairCounts> {
  const rows = readRows<Pair>(file);
  const times: number[] = [];
  const counts = { right: 0, falselyContained: 0, falselyBroken: 0, undecided: 0, badWitness: 0 };
  for (const { id, a, b, a_subset_b: isContained, dialect: name } of rows) {
    const options = { dialect: dialectOfRow(name, a, b) };
    const start = performance.now();
    const verdict = await decide(a, b, options);
    times.push(performance.now() - start);
    if (verdict.verdict === 'undecided') counts.undecided++;
    else if ((verdict.verdict === 'contained') === isContained) counts.right++;
    else if (verdict.verdict === 'contained') counts.falselyContained++;
    else counts.falselyBroken++;
    if (verdict.verdict === 'not-contained') {
      const opinion = await judge(a, b, verdict.witness, options);
      if (opinion !== 'break') counts.badWitness++;
    }
    if (verdict.verdict === 'undecided' || (verdict.verdict === 'contained') !== isContained)
      inform(JSON.stringify({ id, isContained, ...verdict }));
  }
  times.sort((x, y) => x - y);
  const at = (share: number): number =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) /
    100;
  return {
    rows: rows.length,
    right: counts.right,
    wrong: counts.falselyContained + counts.falselyBroken,
    falselyContained: counts.falselyContained,
    falselyBroken: counts.falselyBroken,
    undecided: counts.undecided,
    badWitness: counts.badWitness,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    maxMs: at(1),
  };
}
