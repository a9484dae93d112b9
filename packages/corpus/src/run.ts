import { changes } from './changes.ts';
import { pairs } from './pairs.ts';
import { shopify } from './shopify.ts';

const USAGE = `usage: pnpm corpus shopify <versions.jsonl.gz> <oracle.jsonl.gz>
       pnpm corpus containment <pairs.jsonl.gz>
       pnpm corpus changes <changes.jsonl.gz>`;

export interface Output {
  /** The one line of counts. */
  readonly out: (line: string) => void;
  /** Rows that are not right, and the usage. */
  readonly err: (line: string) => void;
}

/** Runs one command; the exit code is 2 on wrong usage, otherwise 0, whatever the counts are. */
export async function run(
  [command, first, second, ...rest]: readonly string[],
  output: Output,
): Promise<number> {
  const chosen = commandOf(command, first, second, rest.length, output.err);
  if (!chosen) {
    output.err(USAGE);
    return 2;
  }
  output.out(JSON.stringify(await chosen()));
  return 0;
}

function commandOf(
  command: string | undefined,
  first: string | undefined,
  second: string | undefined,
  surplus: number,
  inform: (line: string) => void,
): (() => Promise<object>) | undefined {
  if (first === undefined || surplus > 0) return undefined;
  if (command === 'shopify') return second === undefined ? undefined : () => shopify(first, second);
  if (second !== undefined) return undefined;
  if (command === 'containment') return () => pairs(first, inform);
  return command === 'changes' ? () => changes(first, inform) : undefined;
}
