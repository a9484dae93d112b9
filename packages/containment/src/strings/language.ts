import type { AST } from '@eslint-community/regexpp';
import { CharSet, DFA, type Element, JS, NFA, type NoParent } from 'refa';

const MAX_CHARACTER = 0x10ffff;
// Enough for the patterns that people write; past it a pattern is opaque.
const MAX_NODES = 2000;

/** Where in the Unicode order a DFA goes from a state. */
export type State = DFA.ReadonlyNode;

const ANYTHING: NoParent<Element> = {
  type: 'Quantifier',
  min: 0,
  max: Number.POSITIVE_INFINITY,
  lazy: false,
  alternatives: [
    {
      type: 'Concatenation',
      elements: [{ type: 'CharacterClass', characters: CharSet.all(MAX_CHARACTER) }],
    },
  ],
};

/**
 * The strings that a pattern finds a match in, as a finite automaton over code points; undefined for
 * what automata cannot express or would need too many states for. ECMA-262 with the u flag.
 */
export function languageOf(source: string): DFA | undefined {
  // Back references reach across the elements that are translated one by one.
  if (source.length > 5000 || /\\(?:[1-9]|k<)/.test(source)) return undefined;
  try {
    const parser = JS.Parser.fromLiteral({ source, flags: 'u' });
    const alternatives = unwrap(parser.ast.pattern.alternatives);
    return union(alternatives.map((each) => searching(parser, each)));
  } catch {
    return undefined;
  }
}

/** What both accept, or undefined where that takes too many states. */
export function intersection(a: DFA, b: DFA): DFA | undefined {
  try {
    return intersect(a, b);
  } catch {
    return undefined;
  }
}

export function complement(language: DFA): DFA {
  const copy = DFA.fromFA(language);
  copy.complement();
  copy.minimize();
  return copy;
}

export function words(list: readonly string[]): DFA {
  const codePoints = list.map((word) =>
    [...word].map((character) => character.codePointAt(0) ?? 0),
  );
  return DFA.fromWords(codePoints, { maxCharacter: MAX_CHARACTER });
}

export function accepts(language: DFA, word: string): boolean {
  let state: State | undefined = language.initial;
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    let next: State | undefined;
    state.out.forEach((to, { min, max }) => {
      if (min <= code && code <= max) next = to;
    });
    state = next;
    if (!state) return false;
  }
  return isFinal(language, state);
}

export function isFinal(language: DFA, state: State): boolean {
  return (language.finals as ReadonlySet<State>).has(state);
}

function intersect(a: DFA, b: DFA): DFA {
  return minimal(NFA.fromIntersection(a, b, limited()));
}

function minimal(automaton: NFA): DFA {
  const dfa = DFA.fromFA(automaton, new DFA.LimitedNodeFactory(MAX_NODES));
  dfa.minimize();
  return dfa;
}

/** `^(a|b)$` is `^a$|^b$` only without the anchors outside: only a group that is all there is goes. */
function unwrap(alternatives: readonly AST.Alternative[]): readonly AST.Alternative[] {
  const [only, ...others] = alternatives;
  const [group, ...rest] = only?.elements ?? [];
  const single = others.length === 0 && rest.length === 0;
  if (single && (group?.type === 'Group' || group?.type === 'CapturingGroup'))
    return unwrap(group.alternatives);
  return alternatives;
}

/**
 * The strings in which an alternative finds a match, which may begin and end anywhere unless it is
 * anchored. Lookaheads right behind the start are further languages, to be in or not to be in.
 */
function searching(parser: JS.Parser, alternative: AST.Alternative): DFA {
  const inner = [...alternative.elements];
  const fromStart = isAnchor(inner[0], 'start');
  if (fromStart) inner.shift();
  const lookaheads: AST.LookaheadAssertion[] = [];
  for (let next = inner[0]; fromStart && isLookahead(next); next = inner[0]) {
    lookaheads.push(next);
    inner.shift();
  }
  const main = sequence(parser, inner, fromStart);
  return lookaheads.reduce<DFA>((language, { alternatives, negate }) => {
    const ahead = union(alternatives.map(({ elements }) => sequence(parser, [...elements], true)));
    return intersect(language, negate ? complement(ahead) : ahead);
  }, main);
}

function sequence(parser: JS.Parser, inner: AST.Element[], fromStart: boolean): DFA {
  const toEnd = isAnchor(inner.at(-1), 'end');
  if (toEnd) inner.pop();
  const elements = inner.map((element): NoParent<Element> => {
    const { expression } = parser.parseElement(element, {
      assertions: 'throw',
      maxNodes: MAX_NODES,
    });
    return { type: 'Alternation', alternatives: expression.alternatives };
  });
  const padded = [...(fromStart ? [] : [ANYTHING]), ...elements, ...(toEnd ? [] : [ANYTHING])];
  return minimal(
    NFA.fromRegex(
      { type: 'Concatenation', elements: padded },
      { maxCharacter: MAX_CHARACTER },
      {},
      limited(),
    ),
  );
}

function union(automata: readonly DFA[]): DFA {
  const [first, ...others] = automata;
  if (!first) throw new RangeError('a pattern has at least one alternative');
  if (others.length === 0) return first;
  const all = NFA.fromFA(first, limited());
  for (const other of others) all.union(other, limited());
  return minimal(all);
}

function limited(): NFA.LimitedNodeFactory {
  return new NFA.LimitedNodeFactory(MAX_NODES * 4);
}

function isAnchor(element: AST.Element | undefined, kind: 'start' | 'end'): boolean {
  return element?.type === 'Assertion' && element.kind === kind;
}

function isLookahead(element: AST.Element | undefined): element is AST.LookaheadAssertion {
  return element?.type === 'Assertion' && element.kind === 'lookahead';
}
