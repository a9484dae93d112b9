import type { Program } from './program.ts';

/** Counts down; below zero the answer is not known. */
export interface Steps {
  left: number;
}

/**
 * Whether a program finds a match that begins at `from` or, unless it has to begin there, later: all
 * paths at once (Thompson, "Regular expression search algorithm", 1968), so that time grows with text
 * times program. Undefined where the steps did not suffice.
 */
export function finds(
  program: Program,
  text: readonly string[],
  steps: Steps,
  from = 0,
  hasToBegin = false,
): boolean | undefined {
  let here = new Set<number>();
  for (let at = from; at <= text.length; at++) {
    if (at === from || !hasToBegin) here.add(0);
    // The set grows while it is read: what is reached without taking a character is here, too.
    for (const index of here) {
      if (--steps.left < 0) return undefined;
      const instruction = program[index];
      if (instruction === undefined || instruction.op === 'take') continue;
      if (instruction.op === 'match') return true;
      if (instruction.op === 'fork') {
        for (const to of instruction.to) here.add(to);
        continue;
      }
      const holds = asserted(instruction, text, at, steps);
      if (holds === undefined) return undefined;
      if (holds) here.add(index + 1);
    }
    if (hasToBegin && here.size === 0) return false;
    here = taken(program, here, text[at]);
  }
  return false;
}

function taken(program: Program, here: ReadonlySet<number>, character?: string): Set<number> {
  const next = new Set<number>();
  if (character === undefined) return next;
  for (const index of here) {
    const instruction = program[index];
    if (instruction?.op === 'take' && instruction.one.test(character)) next.add(index + 1);
  }
  return next;
}

type Assertion = Extract<Program[number], { op: 'edge' | 'word' | 'look' }>;

function asserted(
  assertion: Assertion,
  text: readonly string[],
  at: number,
  steps: Steps,
): boolean | undefined {
  switch (assertion.op) {
    case 'edge':
      return at === (assertion.kind === 'start' ? 0 : text.length);
    case 'word':
      return (isWord(text[at - 1]) !== isWord(text[at])) !== assertion.negate;
    case 'look': {
      const found = finds(assertion.ahead, text, steps, at, true);
      return found === undefined ? undefined : found !== assertion.negate;
    }
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/u.test(character);
}
