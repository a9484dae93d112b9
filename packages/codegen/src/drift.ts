import { type Finding, finding, type Rule, sorted } from '@treaty/findings';

/**
 * Where the files that exist differ from those that were generated: a finding for each that is missing,
 * changed or surplus. Both maps go from path to text; the paths of the findings are theirs. Line ends do
 * not count, since git may have made them the machine's own.
 */
export function driftOf(
  files: ReadonlyMap<string, string>,
  existing: ReadonlyMap<string, string>,
  rule: Rule,
): readonly Finding[] {
  const paths = new Set([...files.keys(), ...existing.keys()]);
  return sorted(
    [...paths].flatMap((path) => {
      const drift = driftIn(files.get(path), existing.get(path));
      if (drift === undefined) return [];
      const location = { file: path, line: drift.line, column: 1, pointer: '' };
      return [finding(rule, { message: `${path} ${drift.message}`, location })];
    }),
  );
}

function driftIn(
  generated: string | undefined,
  existing: string | undefined,
): { readonly line: number; readonly message: string } | undefined {
  if (existing === undefined) return { line: 1, message: 'is missing.' };
  if (generated === undefined) return { line: 1, message: 'is generated no longer.' };
  const wanted = generated.split('\n');
  const found = existing.replaceAll('\r\n', '\n').split('\n');
  const length = Math.max(wanted.length, found.length);
  for (let i = 0; i < length; i++) {
    if (wanted[i] !== found[i]) return { line: i + 1, message: 'differs from what is generated.' };
  }
  return undefined;
}
