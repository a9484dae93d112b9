import { digest, type JsonValue } from '@treaty/json';
import type { LockEntry, Version } from './model.ts';

/**
 * What a release freezes: the canonical content of every document of the version's folder, so that line
 * ends, key order and white space do not count.
 */
export function versionDigest(version: Version): string {
  const documents = [
    version.schema,
    version.semantics,
    version.migration,
    ...version.samples.map((s) => s.document),
  ];
  const content: [string, JsonValue][] = documents
    .filter((document) => document !== undefined)
    .map((document) => [document.file.slice(version.folder.length + 1), document.value]);
  return digest(Object.fromEntries(content));
}

/** The digest by which the next entry names this one. */
export function entryDigest(entry: LockEntry): string {
  return digest(entry as unknown as JsonValue);
}

/** The first entry that does not name the one before it: someone edited the lock instead of appending. */
export function brokenLink(lock: readonly LockEntry[]): number | undefined {
  const index = lock.findIndex((entry, i) => {
    const before = lock[i - 1];
    return entry.previous !== (before && entryDigest(before));
  });
  return index < 0 ? undefined : index;
}

/** A lock entry as its line in contract.lock. */
export function lockLine(entry: LockEntry): string {
  const fields = Object.entries(entry).map(([name, value]) => `${name}: ${inYaml(value)}`);
  return `- { ${fields.join(', ')} }\n`;
}

/** Plain where YAML reads the text back as the same string; JSON, which YAML contains, otherwise. */
function inYaml(value: unknown): string {
  return typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : JSON.stringify(value);
}
