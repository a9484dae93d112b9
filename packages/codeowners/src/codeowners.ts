import { type Problem, parseLine, type Rule } from './line.ts';
import { matches, splitPath } from './match.ts';
import { indexRules, lastMatch, type RuleIndex } from './rule-index.ts';

/** GitHub loads a CODEOWNERS file only if it is smaller. */
const MAX_BYTES = 3 * 1024 * 1024;

export interface Codeowners {
  /** In the order of the file: of the rules that match a path, the last decides. */
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
  readonly index: RuleIndex;
}

/**
 * Reads a CODEOWNERS file as GitHub does; a byte order mark and CRLF are accepted. Never throws: what is wrong
 * is a problem, with its place, and the rest is read.
 */
export function parseCodeowners(text: string): Codeowners {
  if (isTooLarge(text)) {
    const message = 'GitHub ignores a CODEOWNERS file of 3 MB and more';
    const problem: Problem = { kind: 'File too large', line: 1, column: 1, message, source: '' };
    return { rules: [], problems: [problem], index: indexRules([]) };
  }
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
  for (const [i, raw] of lines.entries()) {
    const { rule, problem } = parseLine(raw.endsWith('\r') ? raw.slice(0, -1) : raw, i + 1);
    if (rule !== undefined) rules.push(rule);
    if (problem !== undefined) problems.push(problem);
  }
  return { rules, problems, index: indexRules(rules) };
}

function isTooLarge(text: string): boolean {
  return text.length >= MAX_BYTES || new TextEncoder().encode(text).length >= MAX_BYTES;
}

export interface Ownership {
  /** Empty: nobody, because no line matches or because the one that decides names nobody. */
  readonly owners: readonly string[];
  /** The line that decides, from 1; undefined where none matches. */
  readonly line: number | undefined;
}

/** Who owns a file, by its path from the root of the repository (`docs/a.md`). Paths compare by case. */
export function ownersOf(codeowners: Codeowners, path: string): Ownership {
  const split = splitPath(path);
  const position = split && lastMatch(codeowners.index, codeowners.rules, split);
  const rule = position === undefined ? undefined : codeowners.rules[position];
  return { owners: rule?.owners ?? [], line: rule?.line };
}

/** Whether a line that is skipped for a problem may have been meant to own a path. */
export function couldOwn(problem: Problem, path: string): boolean {
  const split = splitPath(path);
  return split !== undefined && problem.reach !== undefined && matches(problem.reach, split);
}
