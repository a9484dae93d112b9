/** The command line, or a setting, cannot be used as it is. Caught once, in `run`. */
export class UsageError extends Error {
  /** A command that would work. */
  readonly example: string | undefined;

  constructor(message: string, example?: string) {
    super(message);
    this.name = 'UsageError';
    this.example = example;
  }
}
