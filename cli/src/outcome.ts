import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  COLOUR,
  failing,
  type Palette,
  PLAIN,
  type Report,
  renderGithub,
  renderJson,
  renderText,
  type Severity,
} from '@treaty/findings';
import { rules } from './catalogue.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** What a command came to: one report, from which every format is made. */
export interface Outcome {
  readonly report: Report;
  /** Printed above the report in the text format: what is not a finding. */
  readonly text?: (palette: Palette) => string;
  /** Least severity that fails the run; `error` unless the registry says otherwise. */
  readonly failOn?: Severity;
  /** The gate blocks, or could not decide. */
  readonly gate?: 'block' | 'error';
  /** The registry's folder inside the repository: `''`, or ending in a slash. */
  readonly prefix?: string;
  /** What to run next, where the run did not end well. */
  readonly next?: string;
}

export interface OutputOptions {
  readonly format?: string;
  readonly output?: string;
}

/** Prints an outcome and says what the process exits with. */
export function print(
  outcome: Outcome,
  { format = 'text', output }: OutputOptions,
  io: Io,
): ExitCode {
  const colour = io.isTerminal && output === undefined && !io.env['NO_COLOR'];
  const text = render(outcome, format, colour ? COLOUR : PLAIN);
  if (output === undefined) io.stdout(text);
  else writeFileSync(resolve(io.cwd, output), text);
  const code = exitCodeOf(outcome);
  if (code !== EXIT.OK) io.stderr(lastLine(outcome, code));
  return code;
}

function render(outcome: Outcome, format: string, palette: Palette): string {
  switch (format) {
    case 'text':
      return `${outcome.text?.(palette) ?? ''}${renderText(outcome.report, palette)}`;
    case 'json':
      return renderJson(outcome.report);
    case 'github':
      return renderGithub(outcome.report, outcome.prefix);
    default:
      throw new UsageError(
        `No format is called ${JSON.stringify(format)}.`,
        '--format text|json|github',
      );
  }
}

function exitCodeOf({ report, failOn = 'error', gate }: Outcome): ExitCode {
  const failed = failing(report, failOn);
  if (gate === 'error' || failed.some(({ rule }) => rules.get(rule)?.incomplete))
    return EXIT.INCOMPLETE;
  if (gate === 'block') return EXIT.BLOCKED;
  return failed.length > 0 ? EXIT.FINDINGS : EXIT.OK;
}

/** The last line of a run that did not end well: why, and what to run next. */
function lastLine({ report, failOn = 'error', next }: Outcome, code: ExitCode): string {
  const first = failing(report, failOn)[0];
  const advice = next ?? first?.help ?? 'treaty --help';
  return `exit ${code}: ${REASONS[code]}. Next: ${advice}\n`;
}

const REASONS: Readonly<Record<ExitCode, string>> = {
  0: 'all in order',
  1: 'findings at or above the fail level',
  2: 'the command line or the configuration cannot be used',
  3: 'a document could not be read, or evidence is missing',
  4: 'a defect of Treaty',
  5: 'an approval is missing',
};
