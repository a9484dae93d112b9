import { ownerKind } from './owner.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** A line of CODEOWNERS that has an effect. Without owners it takes the paths it matches from everybody. */
export interface Rule {
  /** From 1. */
  readonly line: number;
  /** The pattern as it stands in the file, escapes included. */
  readonly source: string;
  readonly pattern: Pattern;
  /** As spelt in the file: `@login`, `@org/team` or an e-mail address. Any one of them may approve. */
  readonly owners: readonly string[];
}

/**
 * The first two are GitHub's own kinds; GitHub skips such a line. An ambiguous line is skipped too, since readers
 * of the format differ on it. Literal brackets are a warning: the line works, but not as the range it looks like.
 * A file that is too large has no rules at all.
 */
export type ProblemKind =
  | 'Invalid pattern'
  | 'Invalid owner'
  | 'Ambiguous pattern'
  | 'Literal brackets'
  | 'File too large';

export interface Problem {
  readonly kind: ProblemKind;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
  /** The whole line. */
  readonly source: string;
  /** What to write instead. */
  readonly suggestion?: string;
  /** The paths that a skipped line could own if it were read. */
  readonly reach?: Pattern;
}

export interface ParsedLine {
  readonly rule?: Rule;
  readonly problem?: Problem;
}

interface Word {
  readonly text: string;
  readonly column: number;
}

/** Reads one line, given without its line end. Blank lines and comments have neither rule nor problem. */
export function parseLine(source: string, line: number): ParsedLine {
  const [head, ...rest] = splitWords(source);
  if (head === undefined) return {};

  const pattern = compilePattern(head.text);
  if ('kind' in pattern) {
    return { problem: { ...pattern, line, column: head.column, source } };
  }
  const stranger = rest.find((word) => ownerKind(word.text) === undefined);
  if (stranger !== undefined) {
    const { column } = stranger;
    const message = 'an owner is written @login, @org/team or as an e-mail address';
    return { problem: { kind: 'Invalid owner', line, column, message, source, reach: pattern } };
  }
  const rule = { line, source: head.text, pattern, owners: rest.map((word) => word.text) };
  if (!head.text.includes('[') && !head.text.includes(']')) return { rule };
  const message = 'brackets stand for themselves, never for a range of characters';
  const { column } = head;
  return { rule, problem: { kind: 'Literal brackets', line, column, message, source } };
}

/** The words up to a comment. A backslash keeps the white space after it, in the first word only. */
function splitWords(source: string): Word[] {
  const words: Word[] = [];
  let i = 0;
  while (i < source.length) {
    if (isSpace(source[i])) {
      i += 1;
      continue;
    }
    if (source[i] === '#') break;
    const start = i;
    while (i < source.length && !isSpace(source[i])) {
      i += words.length === 0 && source[i] === '\\' ? 2 : 1;
    }
    words.push({ text: source.slice(start, i), column: start + 1 });
  }
  return words;
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
