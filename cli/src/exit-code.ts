/** What the process tells its caller; where several hold, the first of INTERNAL, USAGE, INCOMPLETE, BLOCKED, FINDINGS. */
export const EXIT = {
  /** Nothing at or above the fail level. */
  OK: 0,
  /** Findings at or above the fail level. */
  FINDINGS: 1,
  /** The command line or the configuration cannot be used. */
  USAGE: 2,
  /** A document could not be read, or evidence is missing. */
  INCOMPLETE: 3,
  /** A defect of Treaty's own. */
  INTERNAL: 4,
  /** The gate blocks: an approval is missing. */
  BLOCKED: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
