import { type Finding, report } from '@treaty/findings';
import { type LoadedRegistry, SETTINGS_FILE } from '@treaty/registry';
import { rules } from './catalogue.ts';
import type { Outcome } from './outcome.ts';

/**
 * What keeps a registry from being read as a whole, or its settings and one folder: a command that went on
 * would answer from the part that is left.
 */
export function unreadable(
  { registry, findings }: LoadedRegistry,
  folder?: string,
): readonly Finding[] {
  return findings.filter(
    ({ rule, severity, location: { file } }) =>
      (folder === undefined || file === SETTINGS_FILE || file.startsWith(`${folder}/`)) &&
      (registry.broken.has(file) || (severity === 'error' && rules.get(rule)?.incomplete === true)),
  );
}

/** The outcome of a command that did nothing, because of these findings. */
export function incomplete(
  command: string,
  subject: string,
  findings: readonly Finding[],
  prefix = '',
): Outcome {
  return { report: report(command, subject, findings), ended: 'incomplete', prefix };
}
