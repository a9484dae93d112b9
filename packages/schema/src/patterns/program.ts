import type { AST } from '@eslint-community/regexpp';

/** One step of a nondeterministic automaton; where it goes on to is the next instruction, or said. */
export type Instruction =
  | { readonly op: 'take'; readonly one: RegExp }
  | { readonly op: 'fork'; readonly to: readonly number[] }
  | { readonly op: 'edge'; readonly kind: 'start' | 'end' }
  | { readonly op: 'word'; readonly negate: boolean }
  | { readonly op: 'look'; readonly ahead: Program; readonly negate: boolean }
  | { readonly op: 'match' };
export type Program = readonly Instruction[];

// Counted repetitions are written out.
const MAX_INSTRUCTIONS = 10_000;

/**
 * The automaton of a pattern of ECMAScript in Unicode mode (Thompson's construction); undefined for back
 * references and lookbehind, which no such automaton has, and where it would be too large.
 */
export function programOf(pattern: AST.Pattern): Program | undefined {
  const program: Instruction[] = [];
  const isWritten = writeChoice(program, pattern.alternatives);
  return isWritten ? [...program, { op: 'match' }] : undefined;
}

function writeChoice(program: Instruction[], alternatives: readonly AST.Alternative[]): boolean {
  const [only] = alternatives;
  if (only && alternatives.length === 1)
    return only.elements.every((each) => writeElement(program, each));
  const starts: number[] = [];
  const ends: number[] = [];
  const fork = reserve(program);
  for (const { elements } of alternatives) {
    starts.push(program.length);
    if (!elements.every((each) => writeElement(program, each))) return false;
    ends.push(reserve(program));
  }
  program[fork] = { op: 'fork', to: starts };
  for (const end of ends) program[end] = { op: 'fork', to: [program.length] };
  return true;
}

function writeElement(program: Instruction[], element: AST.Element): boolean {
  if (program.length > MAX_INSTRUCTIONS) return false;
  switch (element.type) {
    case 'Group':
      return element.modifiers === null && writeChoice(program, element.alternatives);
    case 'CapturingGroup':
      return writeChoice(program, element.alternatives);
    case 'Quantifier':
      return writeRounds(program, element);
    case 'Assertion':
      return writeAssertion(program, element);
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      program.push({ op: 'take', one: new RegExp(`^${element.raw}$`, 'u') });
      return true;
    case 'Backreference':
    case 'ExpressionCharacterClass':
      return false;
  }
}

function writeAssertion(program: Instruction[], assertion: AST.Assertion): boolean {
  switch (assertion.kind) {
    case 'start':
    case 'end':
      program.push({ op: 'edge', kind: assertion.kind });
      return true;
    case 'word':
      program.push({ op: 'word', negate: assertion.negate });
      return true;
    case 'lookahead': {
      const ahead: Instruction[] = [];
      if (!writeChoice(ahead, assertion.alternatives)) return false;
      ahead.push({ op: 'match' });
      program.push({ op: 'look', ahead, negate: assertion.negate });
      return program.length + ahead.length <= MAX_INSTRUCTIONS;
    }
    case 'lookbehind':
      return false;
  }
}

function writeRounds(program: Instruction[], { element, min, max }: AST.Quantifier): boolean {
  const forks: number[] = [];
  const isEndless = max === Number.POSITIVE_INFINITY;
  // An endless quantifier is its least number of rounds and one that comes back to its start.
  const written = isEndless ? min + 1 : max;
  for (let round = 0; round < written; round++) {
    const start = program.length;
    const before = reserve(program);
    if (round >= min) forks.push(before);
    else program[before] = { op: 'fork', to: [program.length] };
    if (!writeElement(program, element)) return false;
    if (isEndless && round === min) program.push({ op: 'fork', to: [start] });
  }
  for (const fork of forks) program[fork] = { op: 'fork', to: [fork + 1, program.length] };
  return true;
}

/** A place whose instruction is written later, when it is known where it leads. */
function reserve(program: Instruction[]): number {
  return program.push({ op: 'match' }) - 1;
}
