import type { Choice, Conjunction, Constraint, Literal, Node } from '../read/constraint.ts';
import type { Schemas } from '../read/schemas.ts';
import { type Facts, isKnown, present, type Types } from './facts.ts';
import type { Question } from './outcome.ts';

// A schema, its reference, and what is said beside.
const UNFOLDED = 6;

/** The facts with more literals added, or undefined where that is plainly contradictory. */
export function assume(schemas: Schemas, facts: Facts, more: Question): Facts | undefined {
  const assumption = new Assumption(schemas, facts);
  return assumption.add(more) ? assumption.facts() : undefined;
}

/** Takes literals apart, without recursion: schemas may be nested deeply in place. */
class Assumption {
  readonly #schemas: Schemas;
  #types: Types;
  readonly #holds: Constraint[];
  readonly #fails: Constraint[];
  readonly #choices: Choice[];
  readonly #denied: Conjunction[];
  readonly #byKey: Map<string, readonly Constraint[]>;
  readonly #pending: { literal: Literal; positive: boolean }[] = [];
  readonly #seen = new Set<Node>();

  constructor(schemas: Schemas, { types, holds, fails, choices, denied, byKey }: Facts) {
    this.#schemas = schemas;
    this.#types = types;
    this.#holds = [...holds];
    this.#fails = [...fails];
    this.#choices = [...choices];
    this.#denied = [...denied];
    this.#byKey = new Map(byKey);
  }

  facts(): Facts {
    return {
      types: this.#types,
      holds: this.#holds,
      fails: this.#fails,
      choices: this.#choices,
      denied: this.#denied,
      byKey: this.#byKey,
    };
  }

  /** False where the literals contradict what is known. */
  add({ holds, fails }: Question): boolean {
    this.#push(fails, false);
    this.#push(holds, true);
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      const { literal, positive } = next;
      const consistent =
        literal.kind === 'node'
          ? this.#addNode(literal, positive)
          : this.#addConstraint(literal, positive);
      if (!consistent || this.#types.size === 0) return false;
    }
    return (
      !this.#fails.some((each) => this.#isKnown(each)) &&
      !this.#denied.some((each) => this.#isImplied(each, UNFOLDED))
    );
  }

  /** In document order, once they are popped. */
  #push(literals: readonly Literal[], positive: boolean): void {
    for (let i = literals.length - 1; i >= 0; i--)
      this.#pending.push({ literal: literals[i] as Literal, positive });
  }

  #addNode(node: Node, positive: boolean): boolean {
    if (typeof node.schema === 'boolean') return node.schema === positive;
    const constraints = this.#schemas.constraints(node);
    if (positive) {
      if (!this.#seen.has(node)) this.#push(constraints, true);
      this.#seen.add(node);
    } else if (constraints.length === 1) this.#push(constraints, false);
    else this.#denied.push(node);
    // Nothing fails a schema that says nothing.
    return positive || constraints.length > 0;
  }

  #addConstraint(constraint: Constraint, positive: boolean): boolean {
    if (positive) this.#hold(constraint);
    else this.#fail(constraint);
    return true;
  }

  #hold(constraint: Constraint): void {
    const { kind } = constraint;
    if (kind === 'all') {
      this.#push(constraint.nodes, true);
      return;
    }
    const known = this.#isKnown(constraint);
    if (kind === 'not') this.#push([constraint.negated], false);
    else if (kind === 'types') this.#narrow((type) => constraint.types.has(type));
    else if ((kind === 'any' || kind === 'one') && constraint.nodes.length === 1)
      this.#push(constraint.nodes, true);
    else if (known) return;
    else if (kind === 'any' || kind === 'one' || kind === 'if' || kind === 'if-present')
      this.#choices.push(constraint);
    else this.#holds.push(constraint);
    const { key } = constraint;
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), constraint]);
  }

  #fail(constraint: Constraint): void {
    const { kind } = constraint;
    if (kind === 'any') this.#push(constraint.nodes, false);
    else if (kind === 'not') this.#push([constraint.negated], true);
    else if (kind === 'types') this.#narrow((type) => !constraint.types.has(type));
    else if ((kind === 'all' || kind === 'one') && constraint.nodes.length === 1)
      this.#push(constraint.nodes, false);
    else if (kind === 'all' || kind === 'one' || kind === 'if') this.#denied.push(constraint);
    else if (kind === 'if-present') {
      this.#narrow((type) => type === 'object');
      this.#push([present(this.#schemas, constraint, constraint.name)], true);
      this.#push([constraint.then], false);
    } else this.#fails.push(constraint);
  }

  #narrow(keeps: (type: Types extends ReadonlySet<infer Type> ? Type : never) => boolean): void {
    this.#types = new Set([...this.#types].filter(keeps));
  }

  #isKnown(constraint: Constraint): boolean {
    return isKnown(this.#schemas, { byKey: this.#byKey }, constraint);
  }

  /** Whether all that a conjunction asks for is known to hold; references are followed a few steps. */
  #isImplied(literal: Literal, depth: number): boolean {
    if (depth === 0) return false;
    if (literal.kind === 'node')
      return (
        literal.schema !== false &&
        this.#schemas.constraints(literal).every((each) => this.#isImplied(each, depth - 1))
      );
    return literal.kind === 'all'
      ? literal.nodes.every((each) => this.#isImplied(each, depth - 1))
      : this.#isKnown(literal);
  }
}
