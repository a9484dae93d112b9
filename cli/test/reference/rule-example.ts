import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = fileURLToPath(new URL('../../../packages/checks/test/', import.meta.url));
const MAX_LINES = 16;

/** A broken registry: what differs from the sound one, and what check says of it. */
export interface Example {
  readonly change: string;
  readonly said: string;
}

/** By rule, the first of the broken registries in which it is found. */
export function ruleExamples(): ReadonlyMap<string, Example> {
  const examples = new Map<string, Example>();
  for (const name of readdirSync(join(TESTS, 'broken')).sort()) {
    const said = textOf(join(TESTS, 'broken', name, 'expected.txt'));
    const rule = / {2}([a-z-]+\/[a-z0-9-]+)$/m.exec(said)?.[1];
    if (rule === undefined || examples.has(rule)) continue;
    // The last line counts what was looked at: the same for all.
    const finding = said.split('\n').slice(0, -3).join('\n').trimEnd();
    examples.set(rule, { change: changeOf(name), said: finding });
  }
  return examples;
}

function changeOf(name: string): string {
  const folder = join(TESTS, 'broken', name, 'files');
  const removed = textOf(join(TESTS, 'broken', name, 'removed.txt'))
    .split('\n')
    .filter(Boolean);
  const changed = filesIn(folder).flatMap((file): string[] => {
    const before = join(TESTS, 'sound', file);
    const lines = textOf(join(folder, file)).trimEnd().split('\n');
    if (!existsSync(before)) return [`+++ ${file}`, ...lines.map((line) => `+${line}`)];
    return [`--- ${file}`, ...difference(textOf(before).trimEnd().split('\n'), lines)];
  });
  const all = [...removed.map((file) => `--- ${file}\n-(the whole of it)`), ...changed];
  const shown = all.slice(0, MAX_LINES);
  return all.length > MAX_LINES ? [...shown, '…'].join('\n') : shown.join('\n');
}

/** The lines that differ, by the longest common subsequence. */
function difference(a: readonly string[], b: readonly string[]): string[] {
  const common = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (common[i] as number[])[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1)))
      lines.push(`-${a[i++]}`);
    else lines.push(`+${b[j++]}`);
  }
  return lines;
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Without control characters: some of the broken registries hold bytes that are no text. */
function textOf(path: string): string {
  if (!existsSync(path)) return '';
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  return text.replace(/[^\P{C}\n\t]/gu, '\uFFFD');
}
