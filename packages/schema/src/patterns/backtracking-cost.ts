import type { AST } from '@eslint-community/regexpp';

/** What a backtracking engine may do with a part of a pattern: how many ways, and the steps of one of them. */
interface Ways {
  readonly ways: number;
  readonly steps: number;
}

/**
 * The most steps that a backtracking engine can take to search a text of `length` characters, estimated
 * from above: whatever fails is tried in all ways, from every start. Infinite where nothing bounds it.
 */
export function backtrackingCost(pattern: AST.Pattern, length: number): number {
  return pattern.alternatives
    .map(({ elements }) => {
      const [first] = elements;
      const isAnchored = first?.type === 'Assertion' && first.kind === 'start';
      return length + (isAnchored ? 1 : length + 1) * sequenceCost(elements, length);
    })
    .reduce((sum, cost) => sum + cost, 0);
}

/** What follows an element is tried again for each way of the element. */
function sequenceCost(elements: readonly AST.Element[], length: number): number {
  return elements.reduceRight((rest, element) => {
    const { ways, steps } = waysOf(element, length);
    // A loop over one character gives its characters back one by one, without reading them again.
    const own = element.type === 'Quantifier' && isOneStep(element.element) ? steps : ways * steps;
    return own + ways * rest;
  }, 1);
}

function waysOf(element: AST.Element, length: number): Ways {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return choice(element.alternatives, length);
    case 'Assertion':
      return element.kind === 'lookahead' || element.kind === 'lookbehind'
        ? choice(element.alternatives, length)
        : { ways: 1, steps: 1 };
    case 'Quantifier': {
      const { ways, steps } = waysOf(element.element, length);
      const most = Math.min(element.max, Math.max(element.min, length));
      const least = Math.min(element.min, most);
      return { ways: (most - least + 1) * ways ** most, steps: 1 + most * (steps + 1) };
    }
    case 'Backreference':
      return { ways: 1, steps: 1 + length };
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      return { ways: 1, steps: 1 };
  }
}

function choice(alternatives: readonly AST.Alternative[], length: number): Ways {
  const each = alternatives.map(({ elements }) =>
    elements
      .map((element) => waysOf(element, length))
      .reduce((a, b) => ({ ways: a.ways * b.ways, steps: a.steps + b.steps }), {
        ways: 1,
        steps: 1,
      }),
  );
  return {
    ways: each.reduce((sum, { ways }) => sum + ways, 0),
    steps: Math.max(...each.map(({ steps }) => steps)),
  };
}

function isOneStep({ type }: AST.QuantifiableElement): boolean {
  return type === 'Character' || type === 'CharacterClass' || type === 'CharacterSet';
}
