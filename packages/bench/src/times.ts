import { cpus } from 'node:os';
import { version } from 'node:process';

/** In milliseconds. */
export interface Times {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function timesOf(each: readonly number[]): Times {
  const sorted = each.toSorted((a, b) => a - b);
  const at = (index: number): number => rounded(sorted[index] ?? Number.NaN);
  return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) };
}

/** How many times longer, by the medians. */
export function ratio({ median }: Times, reference: Times): number {
  return rounded(median / reference.median);
}

export function machine(): { cpu: string; cores: number; node: string } {
  const cores = cpus();
  return { cpu: cores[0]?.model ?? 'unknown', cores: cores.length, node: version };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
