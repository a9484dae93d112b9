import { stringify } from 'yaml';

/** A text as a YAML value on one line, quoted where it has to be; white space is joined, length bounded. */
export function scalar(text: string, limit = 100): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, limit).trim();
  return stringify(line, { lineWidth: 0 }).trimEnd();
}
