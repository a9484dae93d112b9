import { posix } from 'node:path';
import type { Finding } from './finding.ts';
import type { Report } from './report.ts';
import { plain } from './terminal.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Workflow commands of GitHub Actions, one a finding: they become annotations on the lines of the pull
 * request. `prefix` is the registry's folder inside the repository, `''` or ending in a slash.
 * Everything is escaped: no message can start a command of its own.
 */
export function renderGithub(report: Report, prefix = ''): string {
  return report.findings.map((found) => annotation(found, prefix)).join('');
}

function annotation(found: Finding, prefix: string): string {
  const { file, line, column } = found.location;
  const properties = { file: posix.join(prefix, file), line, col: column, title: found.rule };
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  const lines = [
    found.message,
    ...(found.affects.length > 0 ? [`Breaks: ${found.affects.join(', ')}`] : []),
    ...(found.witness === undefined ? [] : [`Witness: ${JSON.stringify(found.witness)}`]),
    ...(found.fix === undefined ? [] : [`Fix: ${found.fix}`]),
    `More: ${found.help}`,
  ];
  return `::${COMMANDS[found.severity]} ${list.join(',')}::${escapeMessage(lines.map(plain).join('\n'))}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(plain(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
