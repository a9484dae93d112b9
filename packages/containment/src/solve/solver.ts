import { canonical, type JsonValue } from '@treaty/json';
import type { Budget } from '../budget.ts';
import { Evaluator } from '../evaluate.ts';
import type { Assertion, Conjunction, Constraint, Literal } from '../read/constraint.ts';
import type { Schemas } from '../read/schemas.ts';
import { Languages } from '../strings/languages.ts';
import { assume } from './assume.ts';
import { waysToFail, waysToHold } from './choices.ts';
import { clash } from './clash.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import { Memo } from './memo.ts';
import { EMPTY, firstValue, type Outcome, type Question } from './outcome.ts';
import { solveTypes } from './types.ts';

// Up to here trying all pairs of alternatives is cheaper than splitting.
const FEW = 3;

/**
 * Finds a value for a question, or proves that there is none.
 *
 * 1. `empty` is a proof: constraints are only ever dropped, which enlarges the set of values.
 * 2. A question met again below itself counts as empty there: a smallest value would contain a smaller
 *    one, and each time a level of the value is consumed (no schema refers to itself in place; that is
 *    refused before).
 * 3. A sure value satisfies every literal, by evaluation.
 */
export class Solver {
  readonly schemas: Schemas;
  readonly languages: Languages = new Languages();
  readonly budget: Budget;
  readonly evaluator: Evaluator;
  /** Says that a value is text. */
  readonly text: Constraint;
  readonly #memo = new Memo();

  constructor(schemas: Schemas, budget: Budget) {
    this.schemas = schemas;
    this.budget = budget;
    this.evaluator = new Evaluator(schemas, this.languages, budget);
    this.text = this.#literal('text', { kind: 'types', types: new Set(['string']) });
  }

  /** Says that a value is one of those listed. */
  oneOf(values: readonly JsonValue[]): Constraint {
    return this.#literal(`values ${canonical(values)}`, { kind: 'values', values });
  }

  /** Says that text matches. */
  readonly pattern = (source: string): Constraint =>
    this.#literal(`pattern ${source}`, { kind: 'pattern', source });

  #literal(key: string, assertion: Assertion): Constraint {
    return this.schemas.constraint(this.schemas.never, '', key, assertion);
  }

  /** For a value of its own: the root, or a part of another value. */
  solve(question: Question): Outcome {
    const facts = assume(this.schemas, NO_FACTS, question);
    if (!facts) return EMPTY;
    return this.#memo.recall(keyOf(question), () => {
      this.budget.spend();
      return this.#fromExamples(question) ?? this.#decide(facts, question);
    });
  }

  /** Whether a value satisfies the question; undefined where that is not known. */
  satisfies(value: JsonValue, { holds, fails }: Question): boolean | undefined {
    let result: boolean | undefined = true;
    for (const [literals, wanted] of [
      [holds, true],
      [fails, false],
    ] as const) {
      for (const literal of literals) {
        const truth = this.evaluator.holds(literal, value);
        if (truth === undefined) result = undefined;
        else if (truth !== wanted) return false;
      }
    }
    return result;
  }

  /** The schemas' own examples, defaults and constants make the best values, where nothing has to fail. */
  #fromExamples({ holds, fails }: Question): Outcome | undefined {
    if (fails.length > 0) return undefined;
    for (const literal of holds) {
      if (literal.kind !== 'node' || typeof literal.schema === 'boolean') continue;
      const { examples, default: fallback } = literal.schema;
      const candidates = [...(Array.isArray(examples) ? examples : []), fallback];
      for (const value of candidates)
        if (value !== undefined && this.satisfies(value, { holds, fails }) === true)
          return { kind: 'value', value, sure: true };
    }
    return undefined;
  }

  #decide(facts: Facts, question: Question): Outcome {
    this.budget.spend();
    if (clash(this, facts)) return EMPTY;
    const denied = facts.denied.filter((each) => !this.#excludes(facts, each));
    if (denied.length < facts.denied.length) return this.#decide({ ...facts, denied }, question);
    const [first, ...others] = denied;
    if (!first) return this.#decideChoices(facts, question);
    const isWide = others.length > 0 || (first.kind === 'one' && first.nodes.length > FEW);
    if (isWide && facts.choices.length > 0) return this.#split(facts, question);
    if (others.length > 0) {
      // Often one of them alone is refuted, and the rest need not be multiplied out.
      for (const each of denied) {
        const alone = { ...facts, denied: [each], fails: [] };
        const outcome = this.#decide(alone, { ...question, fails: [each] });
        if (outcome.kind === 'empty') return EMPTY;
        if (outcome.kind === 'value' && this.satisfies(outcome.value, question) === true)
          return { ...outcome, sure: true };
      }
    }
    const rest = { ...facts, denied: others };
    return firstValue(this.#waysToFail(rest, first), (way) => this.#extend(rest, way, question));
  }

  #decideChoices(facts: Facts, question: Question): Outcome {
    if (facts.choices.length === 0) return solveTypes(this, facts, question);
    if (facts.fails.length > 0) {
      // Without its choices the question is wider: if even that is empty, they do not matter.
      const wider = solveTypes(this, { ...facts, choices: [] }, question);
      if (wider.kind === 'empty' || (wider.kind === 'value' && wider.sure)) return wider;
    }
    return this.#split(facts, question);
  }

  /** Splits on the choice with the fewest ways that are still open. */
  #split(facts: Facts, question: Question): Outcome {
    let best: { way: Question; without: Facts; extended: Facts }[] | undefined;
    for (const choice of facts.choices) {
      const without = { ...facts, choices: facts.choices.filter((each) => each !== choice) };
      const ways = waysToHold(this.schemas, choice).flatMap((way) => {
        const extended = assume(this.schemas, without, way);
        return extended && !clash(this, extended) ? [{ way, without, extended }] : [];
      });
      this.budget.spend(ways.length + 1);
      if (!best || ways.length < best.length) best = ways;
      if (ways.length <= 1) break;
    }
    return firstValue(best ?? [], ({ way, without, extended }) => {
      // What must not hold besides is seldom needed for a refutation, and multiplies the work.
      if (way.holds.length > 0 && way.fails.length > 0) {
        const wider = this.#extend(without, { holds: way.holds, fails: [] }, question);
        if (wider.kind === 'empty' || (wider.kind === 'value' && wider.sure)) return wider;
      }
      return this.#decide(extended, question);
    });
  }

  /** Of alternatives only those that are still possible: their pairs are many. */
  #waysToFail(facts: Facts, denied: Conjunction): Question[] {
    if (denied.kind !== 'one') return waysToFail(this.schemas, denied);
    const nodes = denied.nodes.filter((node) => !this.#excludes(facts, node));
    return waysToFail(this.schemas, { ...denied, nodes });
  }

  #extend(facts: Facts, way: Question, question: Question): Outcome {
    const extended = assume(this.schemas, facts, way);
    return extended ? this.#decide(extended, question) : EMPTY;
  }

  /** Whether what is denied cannot hold anyway. */
  #excludes(facts: Facts, denied: Literal): boolean {
    this.budget.spend();
    const held = assume(
      this.schemas,
      { ...facts, fails: [], denied: [] },
      {
        holds: [denied],
        fails: [],
      },
    );
    return !held || clash(this, held);
  }
}

function keyOf({ holds, fails }: Question): string {
  const ids = (literals: readonly Literal[]): string =>
    [...new Set(literals.map(({ id }) => id))].sort((a, b) => a - b).join(' ');
  return `${ids(holds)}|${ids(fails)}`;
}
