import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

// A handful of repetitions is no loop.
const FEW = 10;

/**
 * Whether a backtracking engine may need exponential or high polynomial time for a pattern: a loop with a
 * loop or a choice inside of it, or many loops. Loops whose rounds are told apart by a delimiter, as in
 * `(-[a-z]+)*`, are fine. Careful rather than exact: it is there to advise, and bounds nothing.
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
    return edge?.every((character) =>
      elements.every((each, i) => i === index || isWithout(each, character)),
    );
  });
}

/** The characters that stand there one by one: `-`, or `[._-]`. */
function charactersOf(element: AST.Element): readonly string[] | undefined {
  if (element.type === 'Character') return [String.fromCodePoint(element.value)];
  if (element.type !== 'CharacterClass' || element.negate || element.unicodeSets) return undefined;
  const values = element.elements.map((each) =>
    each.type === 'Character' ? String.fromCodePoint(each.value) : undefined,
  );
  return values.every((each) => each !== undefined) ? values : undefined;
}

/** Whether no match of the element holds the character; false where that is not seen. */
function isWithout(element: AST.Element, character: string): boolean {
  switch (element.type) {
    case 'Quantifier':
      return isWithout(element.element, character);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.every(({ elements }) =>
        elements.every((each) => isWithout(each, character)),
      );
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return !new RegExp(`^${element.raw}$`, 'u').test(character);
    case 'Assertion':
    case 'Backreference':
    case 'ExpressionCharacterClass':
      return false;
  }
}
