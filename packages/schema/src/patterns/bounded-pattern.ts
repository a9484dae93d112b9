import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { backtrackingCost } from './backtracking-cost.ts';
import { type Program, programOf } from './program.ts';
import { finds } from './simulate.ts';

/** Whether a text has a match; undefined where that could not be decided within the bound. */
export type BoundedPattern = (text: string) => boolean | undefined;

// Steps that any text may take, and more for each character, so that time grows with the payload.
const FEW_STEPS = 20_000;
const BACKTRACKING_PER_CHARACTER = 1000;
const STEPS_PER_CHARACTER = 500;
// Some seconds.
const MAX_STEPS = 20_000_000;

/**
 * A regular expression of ECMAScript in Unicode mode, as JSON Schema has them, that always comes back:
 * Node's engine is asked where it cannot try much on a text of this length, otherwise an automaton, which
 * answers alike. Undecided are back references and lookbehind that may try much, and texts of millions of
 * characters. Throws on what is no regular expression, as RegExp does.
 */
export function boundedPattern(source: string): BoundedPattern {
  const expression = new RegExp(source, 'u');
  // Without these there is one way to match at each place.
  if (!/[*+?{|]/.test(source)) return (text) => expression.test(text);
  const pattern = parsed(source);
  if (pattern === undefined) return () => undefined;
  const isCheap = cheapness(pattern);
  let program: Program | undefined | 'unknown' = 'unknown';
  return (text) => {
    if (isCheap(text.length)) return expression.test(text);
    if (program === 'unknown') program = programOf(pattern);
    if (program === undefined || text.length > MAX_STEPS) return undefined;
    const left = Math.min(MAX_STEPS, FEW_STEPS + STEPS_PER_CHARACTER * text.length);
    return finds(program, [...text], { left });
  };
}

/** Asked once for each power of two. */
function cheapness(pattern: AST.Pattern): (length: number) => boolean {
  const known = new Map<number, boolean>();
  return (length) => {
    const atMost = 2 ** Math.ceil(Math.log2(Math.max(length, 1)));
    const most = FEW_STEPS + BACKTRACKING_PER_CHARACTER * atMost;
    const answer = known.get(atMost) ?? backtrackingCost(pattern, atMost) <= most;
    known.set(atMost, answer);
    return answer;
  };
}

// Deeper ones would exhaust the stack of whatever walks them.
const MAX_DEPTH = 200;

/** Undefined for what the parser does not know, or what is nested too deeply. */
function parsed(source: string): AST.Pattern | undefined {
  let depth = 0;
  let deepest = 0;
  for (const character of source) {
    if (character === '(') deepest = Math.max(deepest, ++depth);
    if (character === ')') depth--;
  }
  if (deepest > MAX_DEPTH) return undefined;
  try {
    return new RegExpParser().parsePattern(source, 0, source.length, { unicode: true });
  } catch {
    return undefined;
  }
}
