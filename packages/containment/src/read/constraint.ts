import type { JsonObject, JsonValue, Pointer } from '@treaty/json';
import type { Dialect, JsonSchemaType } from '@treaty/schema';
import type { Side } from '../verdict.ts';

/** A schema at a place of one side. Nodes are unique by side and pointer, and `id` identifies them. */
export interface Node {
  readonly kind: 'node';
  readonly id: number;
  readonly side: Side;
  readonly pointer: Pointer;
  readonly schema: boolean | JsonObject;
  readonly dialect: Dialect;
}

/** What every constraint has: its identity, and where it comes from. */
interface Origin {
  readonly id: number;
  /** Equal keys and pairwise equal `parts` mean the same constraint. */
  readonly key: string;
  readonly parts: readonly Node[];
  readonly node: Node;
  readonly keyword: string;
}

/** One assertion about a value, alike in all dialects. A schema is the conjunction of its constraints. */
export type Constraint = Origin & Assertion;
export type Of<Kind extends Assertion['kind']> = Extract<Constraint, { kind: Kind }>;

/** A constraint that can hold in several ways, and a conjunction, of which any part can fail. */
export type Choice = Of<'any' | 'one' | 'if' | 'if-present'>;
export type Conjunction = Node | Of<'all' | 'one' | 'if'>;

/** A node or a constraint: what can be said, or denied, of a value. */
export type Literal = Node | Constraint;

export type Assertion =
  | { readonly kind: 'types'; readonly types: ReadonlySet<JsonSchemaType> }
  | { readonly kind: 'values'; readonly values: readonly JsonValue[] }
  // Numbers
  | { readonly kind: 'minimum' | 'maximum'; readonly limit: number; readonly exclusive: boolean }
  | { readonly kind: 'multiple'; readonly of: number }
  // Strings
  | { readonly kind: 'length'; readonly bound: Bound; readonly count: number }
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'format'; readonly name: string }
  // Arrays
  | { readonly kind: 'items'; readonly prefix: readonly Node[]; readonly rest: Node | undefined }
  | { readonly kind: 'size'; readonly bound: Bound; readonly count: number }
  | { readonly kind: 'unique' }
  | {
      readonly kind: 'contains';
      readonly item: Node;
      readonly least: number;
      readonly most: number | undefined;
    }
  // Objects
  | {
      readonly kind: 'members';
      readonly named: ReadonlyMap<string, Node>;
      readonly patterns: readonly (readonly [source: string, node: Node])[];
      readonly rest: Node | undefined;
    }
  | { readonly kind: 'required'; readonly name: string }
  | { readonly kind: 'names'; readonly each: Node }
  | { readonly kind: 'members-count'; readonly bound: Bound; readonly count: number }
  // Any value
  | { readonly kind: 'all'; readonly nodes: readonly Node[] }
  | { readonly kind: 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'one'; readonly nodes: readonly Node[] }
  | { readonly kind: 'not'; readonly negated: Node }
  | {
      readonly kind: 'if';
      readonly test: Node;
      readonly then: Node | undefined;
      readonly otherwise: Node | undefined;
    }
  | { readonly kind: 'if-present'; readonly name: string; readonly then: Literal }
  /** What is not read: an unresolvable reference, a keyword beyond this engine. */
  | { readonly kind: 'opaque'; readonly reason: string };

/** Whether `count` is the least or the most that is allowed. */
export type Bound = 'least' | 'most';

/** The type of value that a constraint is about; undefined for any. Others satisfy it. */
export function subjectOf(constraint: Constraint): JsonSchemaType | undefined {
  switch (constraint.kind) {
    case 'minimum':
    case 'maximum':
    case 'multiple':
      return 'number';
    case 'length':
    case 'pattern':
    case 'format':
      return 'string';
    case 'items':
    case 'size':
    case 'unique':
    case 'contains':
      return 'array';
    case 'members':
    case 'required':
    case 'names':
    case 'members-count':
      return 'object';
    case 'types':
    case 'values':
    case 'all':
    case 'any':
    case 'one':
    case 'not':
    case 'if':
    case 'if-present':
    case 'opaque':
      return undefined;
  }
}
