import { EMPTY, type Outcome } from './outcome.ts';

interface Provisional {
  readonly outcome: Outcome;
  /** The outermost open question that is assumed to be empty. */
  lowest: number;
  /** When it was recorded. */
  readonly order: number;
}

/**
 * Outcomes by question. A question that is met while it is being answered counts as empty. What was
 * found empty under such an assumption holds for as long as it does: it is kept until the assumed
 * question is answered, then made final or forgotten (Tarjan's strongly connected components).
 */
export class Memo {
  readonly #final = new Map<string, Outcome>();
  readonly #provisional = new Map<string, Provisional>();
  readonly #open = new Map<string, number>();
  #lowest = Number.POSITIVE_INFINITY;
  #order = 0;

  recall(key: string, answer: () => Outcome): Outcome {
    const known = this.#final.get(key);
    if (known) return known;
    const assumed = this.#open.get(key) ?? this.#provisional.get(key)?.lowest;
    if (assumed !== undefined) {
      this.#lowest = Math.min(this.#lowest, assumed);
      return EMPTY;
    }
    const level = this.#open.size;
    const outer = this.#lowest;
    const start = this.#order;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#open.set(key, level);
    const outcome = answer();
    this.#open.delete(key);
    const lowest = this.#lowest < level ? this.#lowest : Number.POSITIVE_INFINITY;
    this.#lowest = Math.min(outer, lowest);
    this.#settle(outcome, level, lowest, start);
    if (outcome.kind !== 'empty' || lowest === Number.POSITIVE_INFINITY)
      this.#final.set(key, outcome);
    else this.#provisional.set(key, { outcome, lowest, order: this.#order++ });
    return outcome;
  }

  /** Decides about what was recorded since `start`, while the question at `level` was open. */
  #settle(outcome: Outcome, level: number, lowest: number, start: number): void {
    for (const [key, entry] of this.#provisional) {
      if (entry.order < start) continue;
      if (outcome.kind !== 'empty') this.#provisional.delete(key);
      else if (entry.lowest >= level && lowest === Number.POSITIVE_INFINITY) {
        this.#provisional.delete(key);
        this.#final.set(key, entry.outcome);
      } else if (entry.lowest >= level) entry.lowest = lowest;
    }
  }
}
