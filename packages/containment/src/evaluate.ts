import { equal, isArray, isObject, type JsonValue, typeOf } from '@treaty/json';
import type { Budget } from './budget.ts';
import { isMultiple } from './numbers/decimal.ts';
import type { Constraint, Literal, Of } from './read/constraint.ts';
import type { Schemas } from './read/schemas.ts';
import type { Languages } from './strings/languages.ts';

// Looking at one value is little work beside one step of a proof.
const EVALUATION = 1 / 16;

/** Three-valued: undefined where something that is not read decides. */
export type Truth = boolean | undefined;

/** Evaluates literals on values, exactly as the specification says. */
export class Evaluator {
  readonly #schemas: Schemas;
  readonly #languages: Languages;
  readonly #budget: Budget;
  /** What last kept an evaluation from an answer. */
  unread: Constraint | undefined;

  constructor(schemas: Schemas, languages: Languages, budget: Budget) {
    this.#schemas = schemas;
    this.#languages = languages;
    this.#budget = budget;
  }

  holds(literal: Literal, value: JsonValue): Truth {
    this.#budget.spend(EVALUATION);
    if (literal.kind !== 'node') return this.#constraint(literal, value);
    if (typeof literal.schema === 'boolean') return literal.schema;
    return every(this.#schemas.constraints(literal), (each) => this.#constraint(each, value));
  }

  #constraint(constraint: Constraint, value: JsonValue): Truth {
    switch (constraint.kind) {
      case 'types':
        return constraint.types.has(Number.isInteger(value) ? 'integer' : typeOf(value));
      case 'values':
        return constraint.values.some((each) => equal(each, value));
      case 'all':
        return every(constraint.nodes, (node) => this.holds(node, value));
      case 'any':
        return not(every(constraint.nodes, (node) => not(this.holds(node, value))));
      case 'one':
        return one(constraint.nodes.map((node) => this.holds(node, value)));
      case 'not':
        return not(this.holds(constraint.negated, value));
      case 'if': {
        const test = this.holds(constraint.test, value);
        const then = constraint.then ? this.holds(constraint.then, value) : true;
        const otherwise = constraint.otherwise ? this.holds(constraint.otherwise, value) : true;
        if (test === undefined) return then === otherwise ? then : undefined;
        return test ? then : otherwise;
      }
      case 'if-present':
        if (!isObject(value) || !Object.hasOwn(value, constraint.name)) return true;
        return this.holds(constraint.then, value);
      case 'opaque':
        return this.#unread(constraint);
      case 'minimum':
        if (typeof value !== 'number') return true;
        return constraint.exclusive ? value > constraint.limit : value >= constraint.limit;
      case 'maximum':
        if (typeof value !== 'number') return true;
        return constraint.exclusive ? value < constraint.limit : value <= constraint.limit;
      case 'multiple':
        return typeof value !== 'number' || isMultiple(value, constraint.of);
      case 'length':
        return typeof value !== 'string' || isWithin(constraint, [...value].length);
      case 'pattern':
        if (typeof value !== 'string') return true;
        return this.#languages.matches(constraint.source, value) ?? this.#unread(constraint);
      case 'format':
        return typeof value !== 'string' || this.#unread(constraint);
      case 'items':
        if (!isArray(value)) return true;
        return every(value, (item, i) => {
          const node = constraint.prefix[i] ?? constraint.rest;
          return node ? this.holds(node, item) : true;
        });
      case 'size':
        return !isArray(value) || isWithin(constraint, value.length);
      case 'unique':
        return !isArray(value) || isUnique(value);
      case 'contains':
        return !isArray(value) || this.#contains(constraint, value);
      case 'members':
        if (!isObject(value)) return true;
        return every(Object.entries(value), ([name, part]) => this.#member(constraint, name, part));
      case 'required':
        return !isObject(value) || Object.hasOwn(value, constraint.name);
      case 'names':
        if (!isObject(value)) return true;
        return every(Object.keys(value), (name) => this.holds(constraint.each, name));
      case 'members-count':
        return !isObject(value) || isWithin(constraint, Object.keys(value).length);
    }
  }

  #unread(constraint: Constraint): undefined {
    this.unread = constraint;
  }

  #contains({ item, least, most }: Of<'contains'>, value: readonly JsonValue[]): Truth {
    const found = value.map((each) => this.holds(item, each));
    const certain = found.filter((each) => each === true).length;
    const possible = found.filter((each) => each !== false).length;
    const limit = most ?? Number.POSITIVE_INFINITY;
    if (certain >= least && possible <= limit) return true;
    return possible < least || certain > limit ? false : undefined;
  }

  #member(members: Of<'members'>, name: string, value: JsonValue): Truth {
    const matching = members.patterns.map(
      ([source, node]) => [this.#languages.matches(source, name), node] as const,
    );
    const named = members.named.get(name);
    const known = every(matching, ([matches, node]) => {
      if (matches === false) return true;
      const holds = this.holds(node, value);
      return matches || holds ? holds : undefined;
    });
    const certain = named !== undefined || matching.some(([matches]) => matches === true);
    const rest = certain || !members.rest ? true : this.holds(members.rest, value);
    const doubtful = !certain && matching.some(([matches]) => matches === undefined);
    const own = named ? this.holds(named, value) : true;
    return every([own, known, doubtful && rest === false ? undefined : rest], (each) => each);
  }
}

function isUnique(value: readonly JsonValue[]): boolean {
  return value.every((item, i) => !value.slice(0, i).some((other) => equal(item, other)));
}

function isWithin(
  { bound, count }: Of<'length' | 'size' | 'members-count'>,
  size: number,
): boolean {
  return bound === 'least' ? size >= count : size <= count;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** False beats unknown, unknown beats true. */
function every<T>(list: readonly T[], holds: (each: T, index: number) => Truth): Truth {
  let result: Truth = true;
  for (const [index, each] of list.entries()) {
    const truth = holds(each, index);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

function one(truths: readonly Truth[]): Truth {
  const certain = truths.filter((each) => each === true).length;
  if (certain > 1) return false;
  if (truths.includes(undefined)) return undefined;
  return certain === 1;
}
