import type { JsonSchemaType } from '@treaty/schema';
import type { Choice, Conjunction, Constraint } from '../read/constraint.ts';
import type { Schemas } from '../read/schemas.ts';

export type Types = ReadonlySet<JsonSchemaType>;

/**
 * A question taken apart as far as no choice is needed: constraints that hold, constraints that fail,
 * and choices that are still to be made.
 */
export interface Facts {
  /** 'number' stands for the numbers that are no integers. */
  readonly types: Types;
  readonly holds: readonly Constraint[];
  readonly fails: readonly Constraint[];
  /** Constraints that hold, each in one of several ways. */
  readonly choices: readonly Choice[];
  /** What fails by at least one of its parts. */
  readonly denied: readonly Conjunction[];
  /** All constraints that hold. */
  readonly byKey: ReadonlyMap<string, readonly Constraint[]>;
}

export const NO_FACTS: Facts = {
  types: new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']),
  holds: [],
  fails: [],
  choices: [],
  denied: [],
  byKey: new Map(),
};

/** The object has the member. */
export function present(schemas: Schemas, at: Constraint, name: string): Constraint {
  const key = `required ${JSON.stringify(name)}`;
  return schemas.constraint(at.node, at.keyword, key, { kind: 'required', name });
}

/** The object has no such member. */
export function absent(schemas: Schemas, at: Constraint, name: string): Constraint {
  const named = new Map([[name, schemas.never]]);
  const assertion = { kind: 'members', named, patterns: [], rest: undefined } as const;
  return schemas.constraint(at.node, at.keyword, `absent ${JSON.stringify(name)}`, assertion);
}

/** Whether a constraint is among those that hold, in these or other words of the same structure. */
export function isKnown(schemas: Schemas, facts: Pick<Facts, 'byKey'>, each: Constraint): boolean {
  return (facts.byKey.get(each.key) ?? []).some((known) => schemas.same(known, each));
}
