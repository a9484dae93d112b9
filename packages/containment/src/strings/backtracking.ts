import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { CharSet, JS } from 'refa';
import { MAX_CHARACTER } from './language.ts';

// A handful of repetitions is no loop.
const FEW = 10;
const FLAGS: JS.Flags = { unicode: true };

/**
 * Whether a backtracking engine may need exponential or high polynomial time for a pattern: a loop with a
 * loop or a choice inside of it, or many loops. Loops whose rounds are told apart by a delimiter, as in
 * `(-[a-z]+)*`, are fine. Careful rather than exact.
 */
export function isRisky(source: string): boolean {
  try {
    const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: true });
    let loops = 0;
    let risky = false;
    visitRegExpAST(pattern, {
      onQuantifierEnter(quantifier) {
        if (!isLoop(quantifier)) return;
        loops++;
        risky ||= isInUndelimitedLoop(quantifier.parent);
      },
      onAlternativeEnter({ parent }) {
        if (parent.alternatives.length > 1) risky ||= isInUndelimitedLoop(parent);
      },
      onBackreferenceEnter() {
        risky = true;
      },
    });
    return risky || loops > 3;
  } catch {
    return true;
  }
}

function isLoop(quantifier: AST.Quantifier): boolean {
  return quantifier.max > FEW;
}

function isInUndelimitedLoop(node: AST.Node | null): boolean {
  for (let at = node; at; at = at.parent)
    if (at.type === 'Quantifier' && isLoop(at) && !isDelimited(at)) return true;
  return false;
}

/** Whether each round begins or ends with a character that the rest of the round cannot hold. */
function isDelimited({ element }: AST.Quantifier): boolean {
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false;
  const [only, ...others] = element.alternatives;
  if (!only || others.length > 0) return false;
  const { elements } = only;
  return [0, elements.length - 1].some((index) => {
    const edge = elements[index] && charactersOf(elements[index]);
    const rest = elements.filter((_, i) => i !== index).map(allCharactersIn);
    return edge !== undefined && rest.every((each) => each?.isDisjointWith(edge));
  });
}

function charactersOf(element: AST.Node): CharSet | undefined {
  if (element.type !== 'Character' && element.type !== 'CharacterClass') {
    if (element.type !== 'CharacterSet') return undefined;
  }
  return JS.parseUnicodeSet(element as AST.Character, FLAGS).chars;
}

/** Every character that some match of the element holds; undefined where that is not seen. */
function allCharactersIn(element: AST.Node): CharSet | undefined {
  if (element.type === 'Quantifier') return allCharactersIn(element.element);
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return charactersOf(element);
  const inner = element.alternatives.flatMap(({ elements }) => elements.map(allCharactersIn));
  return inner.reduce<CharSet | undefined>(
    (a, b) => a && b && a.union(b),
    CharSet.empty(MAX_CHARACTER),
  );
}
