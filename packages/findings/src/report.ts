import type { JsonValue } from '@treaty/json';
import { type Finding, sorted } from './finding.ts';
import { isAtLeast, type Severity } from './rule.ts';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What a command found, ready to be rendered; every format comes from this one value. */
export interface Report {
  readonly command: string;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  /** What was looked at, in one line, so that a green run shows that it looked at something. */
  readonly subject: string;
  /** What else the command computed; its form is the command's, and published in report.schema.json. */
  readonly result?: JsonValue;
}

export function report(
  command: string,
  subject: string,
  findings: Iterable<Finding>,
  result?: JsonValue,
): Report {
  const all = sorted(findings);
  return {
    command,
    subject,
    findings: all,
    counts: {
      errors: all.filter((one) => one.severity === 'error').length,
      warnings: all.filter((one) => one.severity === 'warning').length,
      infos: all.filter((one) => one.severity === 'info').length,
    },
    ...(result === undefined ? {} : { result }),
  };
}

export function failing(one: Report, failOn: Severity): readonly Finding[] {
  return one.findings.filter((found) => isAtLeast(found.severity, failOn));
}
