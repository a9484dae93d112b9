import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

// A handful of repetitions is no loop.
const FEW = 10;

/**
 * Whether a backtracking engine may need exponential or high polynomial time for a pattern: a loop with a
 * loop or a choice inside of it, or many loops. Careful rather than exact.
 */
export function isRisky(source: string): boolean {
  try {
    const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: true });
    let loops = 0;
    let nested = false;
    visitRegExpAST(pattern, {
      onQuantifierEnter(quantifier) {
        if (quantifier.max <= FEW) return;
        loops++;
        nested ||= isInLoop(quantifier.parent);
      },
      onAlternativeEnter({ parent }) {
        if (parent.alternatives.length > 1) nested ||= isInLoop(parent);
      },
      onBackreferenceEnter() {
        nested = true;
      },
    });
    return nested || loops > 3;
  } catch {
    return true;
  }
}

function isInLoop(node: AST.Node | null): boolean {
  for (let at = node; at; at = at.parent) if (at.type === 'Quantifier' && at.max > FEW) return true;
  return false;
}
