import type { Flow } from './model.ts';

/**
 * Flows by their ids, in the order of the ids. Each is read when somebody asks for it: a command that is
 * about one flow does not pay for a thousand.
 */
export class FlowMap implements ReadonlyMap<string, Flow> {
  readonly #readers: ReadonlyMap<string, () => Flow | undefined>;
  readonly #read = new Map<string, Flow | undefined>();

  /** A reader returns undefined for a flow of which nothing can be made. */
  constructor(readers: ReadonlyMap<string, () => Flow | undefined>) {
    this.#readers = new Map([...readers].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Of flows that are read already. */
  static of(flows: Iterable<Flow>): FlowMap {
    return new FlowMap(new Map([...flows].map((flow) => [flow.id, () => flow])));
  }

  get(id: string): Flow | undefined {
    if (!this.#read.has(id)) this.#read.set(id, this.#readers.get(id)?.());
    return this.#read.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    return [...this.values()].length;
  }

  *entries(): MapIterator<[string, Flow]> {
    for (const id of this.#readers.keys()) {
      const flow = this.get(id);
      if (flow !== undefined) yield [id, flow];
    }
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): MapIterator<Flow> {
    for (const [, flow] of this.entries()) yield flow;
  }

  [Symbol.iterator](): MapIterator<[string, Flow]> {
    return this.entries();
  }

  forEach(visit: (flow: Flow, id: string, map: ReadonlyMap<string, Flow>) => void): void {
    for (const [id, flow] of this.entries()) visit(flow, id, this);
  }

  /** The ids of all flows that have a folder, whether or not something can be made of them; none is read. */
  ids(): readonly string[] {
    return [...this.#readers.keys()];
  }

  /** The ids of the flows that were read, or looked for, so far. */
  asked(): readonly string[] {
    return [...this.#read.keys()];
  }

  /** The flows whose ids pass, which are read without the others. */
  select(test: (id: string) => boolean): readonly Flow[] {
    return [...this.#readers.keys()].filter(test).flatMap((id) => this.get(id) ?? []);
  }
}
