import type { CharRange, DFA } from 'refa';
import { isFinal, type State } from './language.ts';

/** `undefined`: there is one, but only with characters that make no well-formed text. */
export type Word = { readonly word: string } | 'none' | undefined;

// Readable characters first.
const PREFERRED = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/ @+,;=#',
].map((character) => character.codePointAt(0) as number);

/**
 * The shortest accepted word of at least `least` code points, by breadth-first search over states and
 * lengths up to `least`: O(states × least). The length of a result never exceeds `most`.
 */
export function shortestWord(language: DFA, least: number, most: number): Word {
  interface Step {
    readonly state: State;
    readonly length: number;
    readonly from: Step | undefined;
    readonly character: number | undefined;
  }
  const seen = new Map<State, Set<number>>();
  const isFirst = (state: State, length: number): boolean => {
    const lengths = seen.get(state) ?? new Set();
    seen.set(state, lengths);
    const counted = Math.min(length, least);
    return !lengths.has(counted) && lengths.add(counted) !== undefined;
  };
  const queue: Step[] = [{ state: language.initial, length: 0, from: undefined, character: 0 }];
  isFirst(language.initial, 0);
  for (const step of queue) {
    if (step.length >= least && isFinal(language, step.state)) return spell(step);
    if (step.length >= most) continue;
    for (const [state, character] of exits(step.state))
      if (isFirst(state, step.length + 1))
        queue.push({ state, length: step.length + 1, from: step, character });
  }
  return 'none';

  function spell(end: Step): Word {
    const word: string[] = [];
    for (let step = end; step.from; step = step.from) {
      if (step.character === undefined) return undefined;
      word.push(String.fromCodePoint(step.character));
    }
    return { word: word.reverse().join('') };
  }
}

/** The states that are one character away, each with the most readable character that leads there. */
function exits(state: State): Map<State, number | undefined> {
  const found = new Map<State, number | undefined>();
  state.out.forEach((to: State, characters) => {
    const character = representative(characters);
    const known = found.get(to);
    if (known === undefined || (character !== undefined && rank(character) < rank(known)))
      found.set(to, character);
  });
  return found;
}

function rank(character: number): number {
  const rank = PREFERRED.indexOf(character);
  return rank < 0 ? PREFERRED.length : rank;
}

function representative({ min, max }: CharRange): number | undefined {
  const preferred = PREFERRED.find((code) => min <= code && code <= max);
  if (preferred !== undefined) return preferred;
  // Lone surrogates are no text.
  if (min < 0xd800 || min > 0xdfff) return min;
  return max > 0xdfff ? 0xe000 : undefined;
}
