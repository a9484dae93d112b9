/** What the process tells its caller; where several hold, the first of INTERNAL, USAGE, INCOMPLETE, BLOCKED, FINDINGS. */
export const EXIT = {
  OK: 0,
  FINDINGS: 1,
  USAGE: 2,
  INCOMPLETE: 3,
  INTERNAL: 4,
  BLOCKED: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means: on the last line of a run, and in the command reference. */
export const MEANINGS: Readonly<Record<ExitCode, string>> = {
  [EXIT.OK]: 'nothing at or above the fail level',
  [EXIT.FINDINGS]: 'findings at or above the fail level',
  [EXIT.USAGE]: 'the command line or the configuration cannot be used',
  [EXIT.INCOMPLETE]: 'a document could not be read, or evidence is missing',
  [EXIT.INTERNAL]: 'a defect of Treaty',
  [EXIT.BLOCKED]: 'an approval is missing',
};

/** The last line of a run that did not end well: why, and what to run next. */
export function lastLine(code: ExitCode, next: string = 'treaty --help'): string {
  return `exit ${code}: ${MEANINGS[code]}. Next: ${next}\n`;
}
