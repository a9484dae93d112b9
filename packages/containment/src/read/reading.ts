import type { JsonObject, JsonValue } from '@treaty/json';
import type { Assertion, Bound, Constraint, Node } from './constraint.ts';
import type { Schemas } from './schemas.ts';

/** One schema's keywords, ready to be made into constraints. */
export interface Reading {
  readonly schemas: Schemas;
  readonly node: Node;
  readonly schema: JsonObject;
  /** Whether the dialect knows the keyword and the schema has it. */
  has(keyword: string): boolean;
  value(keyword: string): JsonValue;
  /** The subschema at a path below this schema. */
  child(path: string): Node;
  make(keyword: string, assertion: Assertion, parts?: readonly Node[], key?: string): Constraint;
}

/** A pair of keywords that bound a count; a bound that excludes nothing is left out. */
export function bounds(
  { has, value, make }: Reading,
  kind: 'length' | 'size' | 'members-count',
  least: string,
  most: string,
): Constraint[] {
  return (
    [
      [least, 'least'],
      [most, 'most'],
    ] as [string, Bound][]
  ).flatMap(([name, bound]) => {
    if (!has(name) || (bound === 'least' && value(name) === 0)) return [];
    return [make(name, { kind, bound, count: value(name) as number })];
  });
}
