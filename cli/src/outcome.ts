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
import { EXIT, type ExitCode, lastLine } from './exit-code.ts';
import { writeText } from './files.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';

/** What a command came to: one report, from which every format is made. */
export interface Outcome {
  readonly report: Report;
  /** Printed above the report in the text format: what is not a finding. */
  readonly text?: (palette: Palette) => string;
  /** Printed in the text format in the report's place, where a question was answered and nothing was found. */
  readonly answer?: (palette: Palette) => string;
  /** Printed in the text format in the report's place, whatever was found. */
  readonly whole?: (palette: Palette) => string;
  /** Least severity that fails the run; `error` unless the registry says otherwise. */
  readonly failOn?: Severity;
  /** The gate blocks; or what was asked could not be done, since a document or evidence is missing. */
  readonly ended?: 'blocked' | 'incomplete';
  /** The registry's folder inside the repository: `''`, or ending in a slash. */
  readonly prefix?: string;
  /** What to run next, where the run did not end well. */
  readonly next?: string;
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
  else writeText(io, output, text);
  const code = exitCodeOf(outcome);
  if (code !== EXIT.OK) io.stderr(lastLine(code, nextOf(outcome)));
  return code;
}

function render(
  outcome: Outcome,
  format: NonNullable<OutputOptions['format']>,
  palette: Palette,
): string {
  switch (format) {
    case 'text':
      return textOf(outcome, palette);
    case 'json':
      return renderJson(outcome.report);
    case 'github':
      return renderGithub(outcome.report, outcome.prefix);
  }
}

function textOf({ report, text, answer, whole }: Outcome, palette: Palette): string {
  if (whole !== undefined) return whole(palette);
  if (answer !== undefined && report.findings.length === 0) return `${answer(palette).trimEnd()}\n`;
  return `${(answer ?? text)?.(palette) ?? ''}${renderText(report, palette)}`;
}

function exitCodeOf({ report, failOn = 'error', ended }: Outcome): ExitCode {
  const failed = failing(report, failOn);
  if (ended === 'incomplete' || failed.some(({ rule }) => rules.get(rule)?.incomplete))
    return EXIT.INCOMPLETE;
  if (ended === 'blocked') return EXIT.BLOCKED;
  return failed.length > 0 ? EXIT.FINDINGS : EXIT.OK;
}

/** The finding that caused the code is the one to be explained. */
function nextOf({ report, failOn = 'error', next }: Outcome): string | undefined {
  const failed = failing(report, failOn);
  const cause = failed.find(({ rule }) => rules.get(rule)?.incomplete) ?? failed[0];
  return next ?? cause?.help;
}
