import { changes } from './changes.ts';
import { pairs } from './pairs.ts';
import { shopify } from './shopify.ts';

const USAGE = `usage: pnpm corpus shopify <versions.jsonl.gz> <oracle.jsonl.gz>
       pnpm corpus containment <pairs.jsonl.gz>
       pnpm corpus changes <changes.jsonl.gz>`;

/** Rows that are not right go to stderr, the one line of counts to stdout. */
const inform = (line: string): void => void process.stderr.write(`${line}\n`);

async function main([command, first, second, ...rest]: readonly string[]): Promise<number> {
  const run = commandOf(command, first, second, rest.length);
  if (!run) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  process.stdout.write(`${JSON.stringify(await run())}\n`);
  return 0;
}

function commandOf(
  command: string | undefined,
  first: string | undefined,
  second: string | undefined,
  surplus: number,
): (() => Promise<object>) | undefined {
  if (first === undefined || surplus > 0) return undefined;
  if (command === 'shopify') return second === undefined ? undefined : () => shopify(first, second);
  if (second !== undefined) return undefined;
  if (command === 'containment') return () => pairs(first, inform);
  return command === 'changes' ? () => changes(first, inform) : undefined;
}

process.exitCode = await main(process.argv.slice(2));
