import type { Report } from './report.ts';

/** The report as JSON, as report.schema.json describes it. Ends in a line feed. */
export function renderJson(report: Report): string {
  const { command, subject, counts, findings, result } = report;
  return `${JSON.stringify({ version: 1, command, subject, counts, findings, result }, null, 2)}\n`;
}
