import { compactJson } from './compact-json.ts';
import { excerpt, LEFT_OUT } from './excerpt.ts';
import type { Finding } from './finding.ts';
import type { Counts, Report } from './report.ts';
import { type Palette, PLAIN, plain, plainLine } from './terminal.ts';

/**
 * The report for people: findings under their files, each with what it breaks, the witness and the fix
 * aligned below it, then what was looked at and the counts.
 */
export function renderText(report: Report, palette: Palette = PLAIN): string {
  const blocks: string[] = [];
  let file: string | undefined;
  for (const found of report.findings) {
    if (found.location.file !== file) {
      file = found.location.file;
      blocks.push(palette.strong(plainLine(file)));
    }
    blocks.push(renderFinding(found, palette));
  }
  if (blocks.length > 0) blocks.push('');
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${summary(report, palette)}\n`;
}

function renderFinding(found: Finding, palette: Palette): string {
  const { line, column } = found.location;
  const severity = palette[found.severity === 'info' ? 'quiet' : found.severity](
    found.severity.padEnd(7),
  );
  const head = `  ${`${line}:${column}`.padEnd(7)} ${severity}  ${plainLine(found.message)}  ${palette.quiet(found.rule)}`;
  const rows: [string, string][] = [];
  if (found.affects.length > 0) rows.push(['breaks', plain(found.affects.join(', '))]);
  if (found.witness !== undefined) {
    const leading = compactJson(excerpt(found.witness, found.witnessAt ?? ''), 100);
    rows.push(['witness', plain(leading).replaceAll(JSON.stringify(LEFT_OUT), LEFT_OUT)]);
  }
  for (const related of found.related) {
    const place =
      related.location && `${plainLine(related.location.file)}:${related.location.line}`;
    rows.push([
      'see',
      place === undefined ? plain(related.message) : `${place}  ${plain(related.message)}`,
    ]);
  }
  if (found.fix !== undefined) rows.push(['fix', plain(found.fix)]);
  const details = rows.map(([label, text]) => {
    const indented = text.replaceAll('\n', `\n${' '.repeat(INDENT + 9)}`);
    return `${' '.repeat(INDENT)}${palette.quiet(label.padEnd(9))}${indented}`;
  });
  return [head, ...details].join('\n');
}

/** Under the message: two spaces, the place (7), a space, the severity (7), two spaces. */
const INDENT = 19;

function summary(report: Report, palette: Palette): string {
  const { errors, warnings } = report.counts;
  const mark =
    errors > 0 ? palette.error('✗') : warnings > 0 ? palette.warning('!') : palette.good('✓');
  return `${mark} ${plainLine(report.subject)}: ${countsInWords(report.counts)}`;
}

export function countsInWords(counts: Counts): string {
  const parts = [
    plural(counts.errors, 'error'),
    plural(counts.warnings, 'warning'),
    ...(counts.infos > 0 ? [plural(counts.infos, 'note')] : []),
  ];
  return counts.errors + counts.warnings + counts.infos === 0 ? 'all in order' : parts.join(', ');
}

/** `1 flow`, `2 flows`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
