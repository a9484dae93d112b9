import { isObject, type Pointer } from '@treaty/json';
import type { SchemaDocument } from '@treaty/schema';
import type { Side } from '../verdict.ts';
import type { Assertion, Constraint, Literal, Node } from './constraint.ts';
import { readConstraints } from './read-constraints.ts';

/** The schemas of both sides as nodes, and their constraints, each read once. */
export class Schemas {
  readonly #documents: Readonly<Record<Side, SchemaDocument>>;
  readonly #nodes = new Map<string, Node>();
  readonly #constraints = new Map<Node, readonly Constraint[]>();
  readonly #same = new Map<string, boolean>();
  readonly #made = new Map<string, Constraint>();
  #ids = 0;
  readonly assertFormats: boolean;
  /** A schema that nothing satisfies. */
  readonly never: Node;

  constructor(writer: SchemaDocument, reader: SchemaDocument, assertFormats: boolean) {
    this.#documents = { writer, reader };
    this.assertFormats = assertFormats;
    this.never = {
      kind: 'node',
      id: this.#ids++,
      side: 'reader',
      pointer: '',
      schema: false,
      dialect: reader.dialect,
    };
  }

  document(side: Side): SchemaDocument {
    return this.#documents[side];
  }

  /** The schema at a place that the document's reading has found. */
  node(side: Side, pointer: Pointer): Node {
    const key = `${side} ${pointer}`;
    const known = this.#nodes.get(key);
    if (known) return known;
    const found = this.#documents[side].subschemas.get(pointer);
    const schema = found?.schema;
    const node: Node = {
      kind: 'node',
      id: this.#ids++,
      side,
      pointer,
      schema: isObject(schema) ? schema : schema !== false,
      dialect: found?.dialect ?? this.#documents[side].dialect,
    };
    this.#nodes.set(key, node);
    return node;
  }

  constraints(node: Node): readonly Constraint[] {
    let known = this.#constraints.get(node);
    if (!known) {
      known = readConstraints(this, node);
      this.#constraints.set(node, known);
    }
    return known;
  }

  /** A constraint of a node; the same key at the same node gives the same constraint. */
  constraint(
    node: Node,
    keyword: string,
    key: string,
    assertion: Assertion,
    parts: readonly Node[] = [],
  ): Constraint {
    const own = `${node.id} ${keyword} ${key} ${parts.map(({ id }) => id).join(' ')}`;
    let made = this.#made.get(own);
    if (!made) {
      made = { id: this.#ids++, node, keyword, key, parts, ...assertion };
      this.#made.set(own, made);
    }
    return made;
  }

  /** Whether two literals say the same, by structure; false may also mean that it was not seen. */
  same(a: Literal, b: Literal): boolean {
    return this.#compare(a, b, new Set());
  }

  /** Coinductive: a pair that is being compared counts as the same. */
  #compare(a: Literal, b: Literal, assumed: Set<string>): boolean {
    if (a === b) return true;
    if (a.kind !== 'node' || b.kind !== 'node')
      return a.kind !== 'node' && b.kind !== 'node' && this.#compareConstraints(a, b, assumed);
    if (typeof a.schema === 'boolean' || typeof b.schema === 'boolean')
      return a.schema === b.schema;
    const pair = `${Math.min(a.id, b.id)} ${Math.max(a.id, b.id)}`;
    const known = this.#same.get(pair);
    if (known !== undefined || assumed.has(pair)) return known ?? true;
    const outermost = assumed.size === 0;
    assumed.add(pair);
    const ofA = this.#sorted(a);
    const ofB = this.#sorted(b);
    const same =
      ofA.length === ofB.length &&
      ofA.every((one, i) => this.#compareConstraints(one, ofB[i] as Constraint, assumed));
    // What was found under assumptions holds only when the whole comparison succeeded.
    if (!same) this.#same.set(pair, false);
    else if (outermost) for (const each of assumed) this.#same.set(each, true);
    return same;
  }

  #compareConstraints(a: Constraint, b: Constraint, assumed: Set<string>): boolean {
    return (
      a.key === b.key &&
      a.parts.length === b.parts.length &&
      a.parts.every((part, i) => this.#compare(part, b.parts[i] as Node, assumed))
    );
  }

  #sorted(node: Node): readonly Constraint[] {
    return [...this.constraints(node)].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }
}
