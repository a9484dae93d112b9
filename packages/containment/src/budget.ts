/** Thrown when a budget is spent, and caught by `decide` alone, which answers `undecided`. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Steps of work, so that a verdict depends on its input only and never on the clock. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new BudgetSpent();
  }
}
