/**
 * One step is an item that a macro looks at, or an item that a list function touches; it takes about a
 * microsecond. Enough for a sum over 80,000 lines, and a second at worst.
 */
const MAX_STEPS = 250_000;

/** Steps that one evaluation may take: the same payload and invariant stop at the same step on every machine. */
export class Budget {
  #remaining = 0;

  start(): void {
    this.#remaining = MAX_STEPS;
  }

  /** Throws where the steps are used up; the evaluation turns that into its result. */
  spend(steps: number): void {
    this.#remaining -= steps;
    if (this.#remaining < 0) throw new Error(this.exhausted);
  }

  /** What an evaluation that used them up says. */
  readonly exhausted: string = `it takes more than ${MAX_STEPS} steps on this payload`;

  get isExhausted(): boolean {
    return this.#remaining < 0;
  }
}
