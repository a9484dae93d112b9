import { benchCheck } from './check.ts';
import { benchContainment } from './containment.ts';
import { benchLarge } from './large.ts';
import { machine } from './times.ts';

const CASES: Readonly<Record<string, (iterations: number) => Promise<object>>> = {
  check: benchCheck,
  containment: benchContainment,
  large: benchLarge,
};
const USAGE = `usage: pnpm bench ${Object.keys(CASES).join('|')} [iterations]`;

/** Runs one case and prints its line, times in milliseconds; the exit code is 2 on wrong usage. */
export async function run(
  [name = '', iterations = '10', ...surplus]: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const chosen = Object.hasOwn(CASES, name) ? CASES[name] : undefined;
  if (chosen === undefined || surplus.length > 0 || !/^[1-9]\d{0,3}$/.test(iterations)) {
    print(USAGE);
    return 2;
  }
  const figures = await chosen(Number(iterations));
  const line = { bench: name, iterations: Number(iterations), ...figures, machine: machine() };
  print(JSON.stringify(line));
  return 0;
}
