import { closeWriter, decide, judge } from '@treaty/containment';
import type { JsonValue } from '@treaty/json';
import { dialectOfRow } from './row-dialect.ts';
import { readRows } from './rows.ts';

type Answer = 'contained' | 'not-contained';
type Direction = 'backward' | 'forward';

interface Change {
  readonly id: string;
  readonly dialect: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly writer: 'open' | 'closed';
  readonly expect: { readonly backward: Answer; readonly forward: Answer; readonly bump: string };
}

export interface ChangeCounts {
  rows: number;
  /** Rows of which both directions are right. */
  right: number;
  wrong: number;
  falselyContained: number;
  undecided: number;
  /** Rows of which it was seen rightly whether the sets of payloads as sent are equal. */
  equalRight: number;
  badWitness: number;
}

/** Two versions of one schema in both directions; `inform` gets a line for each answer that is not right. */
export async function changes(file: string, inform: (line: string) => void): Promise<ChangeCounts> {
  const rows = readRows<Change>(file);
  const counts = {
    rows: rows.length,
    right: 0,
    wrong: 0,
    falselyContained: 0,
    undecided: 0,
    equalRight: 0,
    badWitness: 0,
  };
  for (const row of rows) {
    const dialect = dialectOfRow(row.dialect, row.before, row.after);
    const options = { writer: row.writer, dialect };
    const ways: [Direction, JsonValue, JsonValue][] = [
      ['backward', row.before, row.after],
      ['forward', row.after, row.before],
    ];
    let right = 0;
    for (const [direction, writer, reader] of ways) {
      const verdict = await decide(writer, reader, options);
      if (verdict.verdict === row.expect[direction]) right++;
      else inform(JSON.stringify({ id: row.id, direction, ...verdict }));
      if (verdict.verdict === 'undecided') counts.undecided++;
      else if (verdict.verdict !== row.expect[direction]) {
        counts.wrong++;
        if (verdict.verdict === 'contained') counts.falselyContained++;
      }
      if (
        verdict.verdict === 'not-contained' &&
        (await judge(writer, reader, verdict.witness, options)) !== 'break'
      )
        counts.badWitness++;
    }
    if (right === 2) counts.right++;
    const sent = (schema: JsonValue): JsonValue =>
      row.writer === 'closed' ? closeWriter(schema, dialect) : schema;
    const [one, other] = [sent(row.before), sent(row.after)];
    const both = [await decide(one, other, { dialect }), await decide(other, one, { dialect })];
    const isEqual = both.every(({ verdict }) => verdict === 'contained');
    if (row.expect.bump === 'major' || isEqual === (row.expect.bump === 'patch'))
      counts.equalRight++;
    else inform(JSON.stringify({ id: row.id, bump: row.expect.bump, both }));
  }
  return counts;
}
