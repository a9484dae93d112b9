import type { Sown } from './check-plant.ts';
import { KINDS } from './plants/kinds.ts';
import { missInWords, sow } from './plants/sow.ts';
import { sampleRegistry } from './sample-registry.ts';

const COUNT = 2000;
const USAGE = 'usage: pnpm nightly [seed] [plants]';

/**
 * Plants faults in the sample registry, and prints each that check missed and a table by kind. The exit code
 * is 0 where all were found with the right rule, 1 otherwise, and 2 on wrong usage.
 */
export async function nightly(
  [seed, count = String(COUNT), ...surplus]: readonly string[],
  chance: number,
  print: (line: string) => void,
): Promise<number> {
  const first = seed ?? String(chance);
  if (surplus.length > 0 || !/^\d{1,9}$/.test(first) || !/^[1-9]\d{0,5}$/.test(count)) {
    print(USAGE);
    return 2;
  }
  print(`seed ${first}`);
  const rows = new Map(KINDS.map(({ name }) => [name, { planted: 0, found: 0, right: 0 }]));
  let missed = 0;
  for await (const one of sow(sampleRegistry(), Number(first), Number(count))) {
    tally(rows, one);
    if (one.right) continue;
    missed += 1;
    print(missInWords(one));
  }
  for (const line of table(rows)) print(line);
  print(`${count} plants of ${KINDS.length} kinds, seed ${first}: ${missed} missed`);
  return missed === 0 ? 0 : 1;
}

interface Row {
  planted: number;
  found: number;
  right: number;
}

function tally(rows: ReadonlyMap<string, Row>, { kind, found, right }: Sown): void {
  const row = rows.get(kind.name);
  if (row === undefined) return;
  row.planted += 1;
  row.found += Number(found);
  row.right += Number(right);
}

function table(rows: ReadonlyMap<string, Row>): readonly string[] {
  const width = Math.max(...[...rows.keys()].map((name) => name.length));
  const line = (name: string, ...cells: readonly (string | number)[]): string =>
    name.padEnd(width) + cells.map((cell) => String(cell).padStart(12)).join('');
  return [
    line('kind', 'planted', 'found', 'right rule'),
    ...[...rows].map(([name, { planted, found, right }]) => line(name, planted, found, right)),
  ];
}
