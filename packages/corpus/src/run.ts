import { changes } from './changes.ts';
import { installPacked } from './packed-treaty.ts';
import { pairs } from './pairs.ts';
import { shopify } from './shopify.ts';
import { type StrangerCounts, stranger } from './stranger.ts';

const USAGE = `usage: pnpm corpus shopify <versions.jsonl.gz> <oracle.jsonl.gz>
       pnpm corpus stranger <versions.jsonl.gz> <oracle.jsonl.gz> [--pairs <most>]
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
  const chosen = commandOf(command, first, second, rest, output.err);
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
  rest: readonly string[],
  inform: (line: string) => void,
): (() => Promise<object>) | undefined {
  if (first === undefined) return undefined;
  if (command === 'stranger') {
    const most = mostPairs(rest);
    if (second === undefined || most === undefined) return undefined;
    return () => asStranger(first, second, most, inform);
  }
  if (rest.length > 0) return undefined;
  if (command === 'shopify') return second === undefined ? undefined : () => shopify(first, second);
  if (second !== undefined) return undefined;
  if (command === 'containment') return () => pairs(first, inform);
  return command === 'changes' ? () => changes(first, inform) : undefined;
}

async function asStranger(
  versions: string,
  oracle: string,
  most: number,
  inform: (line: string) => void,
): Promise<StrangerCounts> {
  const treaty = installPacked();
  try {
    return await stranger(treaty, versions, oracle, most, inform);
  } finally {
    treaty.remove();
  }
}

function mostPairs([flag, value = '', ...surplus]: readonly string[]): number | undefined {
  if (flag === undefined) return Number.POSITIVE_INFINITY;
  const isNumber = flag === '--pairs' && /^[1-9][0-9]{0,5}$/.test(value) && surplus.length === 0;
  return isNumber ? Number(value) : undefined;
}
