import type { JsonValue } from '@treaty/json';
import type { JsonSchemaType } from '@treaty/schema';
import { type Constraint, type Of, subjectOf } from '../read/constraint.ts';
import { solveArray } from './array.ts';
import type { Facts } from './facts.ts';
import { solveNumber } from './number.ts';
import { solveObject } from './object.ts';
import { EMPTY, firstValue, type Outcome, type Question, unknown } from './outcome.ts';
import type { Solver } from './solver.ts';
import { solveString } from './string.ts';

/** The constraints that are about values of one JSON type. */
export interface Domain {
  readonly holds: readonly Constraint[];
  readonly fails: readonly Constraint[];
}

// Witnesses read best when what differs is plain.
const ORDER: readonly JsonSchemaType[] = [
  'object',
  'array',
  'string',
  'integer',
  'number',
  'boolean',
  'null',
];

/** Facts without choices: one JSON type after the other. */
export function solveTypes(solver: Solver, facts: Facts, question: Question): Outcome {
  const listed = facts.holds.find((each): each is Of<'values'> => each.kind === 'values');
  if (listed) return firstValue(listed.values, (value) => judged(solver, value, question, true));
  return firstValue(
    ORDER.filter((type) => facts.types.has(type)),
    (type) => {
      const domain = domainOf(facts, type);
      if (!domain) return EMPTY;
      const outcome = solveType(solver, type, domain);
      return outcome.kind === 'value'
        ? judged(solver, outcome.value, question, false, facts)
        : outcome;
    },
  );
}

function solveType(solver: Solver, type: JsonSchemaType, domain: Domain): Outcome {
  switch (type) {
    case 'object':
      return solveObject(solver, domain);
    case 'array':
      return solveArray(solver, domain);
    case 'string':
      return solveString(solver, domain);
    case 'integer':
    case 'number':
      return solveNumber(type, domain);
    case 'boolean':
      return firstOf(domain, [true, false]);
    case 'null':
      return firstOf(domain, [null]);
  }
}

/** What is said about values of the type; undefined where something fails that they cannot fail. */
function domainOf({ holds, fails }: Facts, type: JsonSchemaType): Domain | undefined {
  const subject = type === 'integer' ? 'number' : type;
  const isAbout = (each: Constraint): boolean => (subjectOf(each) ?? subject) === subject;
  if (!fails.every(isAbout)) return undefined;
  return { holds: holds.filter(isAbout), fails };
}

function firstOf({ fails }: Domain, values: readonly JsonValue[]): Outcome {
  const excluded = fails.flatMap((each) => (each.kind === 'values' ? each.values : []));
  const value = values.find((each) => !excluded.includes(each));
  return value === undefined ? EMPTY : { kind: 'value', value, sure: false };
}

/** A value found, evaluated under the whole question. */
function judged(
  solver: Solver,
  value: JsonValue,
  question: Question,
  isExhaustive: boolean,
  facts?: Facts,
): Outcome {
  const satisfied = solver.satisfies(value, question);
  if (satisfied === false) {
    if (isExhaustive) return EMPTY;
    const blame = facts?.holds.find(({ kind }) => kind === 'opaque') ?? facts?.fails[0];
    return unknown('no value was found that fits, and no proof that there is none', blame);
  }
  if (satisfied) return { kind: 'value', value, sure: true };
  return { kind: 'value', value, sure: false };
}
