import { type Finding, finding, type Location, type Rule } from '@treaty/findings';
import { type JsonValue, type Pointer, type Problem, readJson, readYaml } from '@treaty/json';
import { registryRules } from './rules.ts';
import type { FileTree } from './sources/file-tree.ts';

/** One document of the registry: its value, and where each part of it stands. */
export interface SourceDocument {
  readonly file: string;
  readonly value: JsonValue;
  /** The place of the value at `pointer` (or of its name); the nearest ancestor where nothing is there. */
  at(pointer: Pointer, part?: 'value' | 'name'): Location;
}

export interface ReadDocument {
  readonly document?: SourceDocument;
  readonly findings: readonly Finding[];
}

const MEBIBYTE = 1024 * 1024;
/** The largest schemas in public catalogues have about 2 MiB. */
const MAX_DOCUMENT_BYTES = 4 * MEBIBYTE;

/** Reads a file as the JSON or YAML that its name says it is. Absent files are the caller's to report. */
export function readDocument(tree: FileTree, file: string): ReadDocument {
  const known = tree.sizeOf?.(file) ?? 0;
  const bytes = known > MAX_DOCUMENT_BYTES ? undefined : tree.read(file);
  const size = bytes?.byteLength ?? known;
  if (size > MAX_DOCUMENT_BYTES) {
    const message = `The file has ${(size / MEBIBYTE).toFixed(1)} MiB; a document has ${MAX_DOCUMENT_BYTES / MEBIBYTE} at most.`;
    return { findings: [finding(registryRules.tooLarge, { message, location: startOf(file) })] };
  }
  if (bytes === undefined) return { findings: [] };
  const text = decode(bytes);
  if (text === undefined) {
    const message = `The file is ${isUtf16(bytes) ? 'UTF-16, not' : 'not'} UTF-8 text.`;
    return { findings: [finding(registryRules.malformed, { message, location: startOf(file) })] };
  }
  const { located, problems } = file.endsWith('.json') ? readJson(text) : readYaml(text);
  const findings = problems.map((problem) => findingOf(file, problem));
  if (located === undefined) return { findings };
  const at: SourceDocument['at'] = (pointer, part) => ({
    file,
    ...located.positionOf(pointer, part),
    pointer,
  });
  return { document: { file, value: located.value, at }, findings };
}

/** The first character of a file: where a finding about the whole of it stands. */
export function startOf(file: string): Location {
  return { file, line: 1, column: 1, pointer: '' };
}

/** By its byte order mark. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function findingOf(file: string, problem: Problem): Finding {
  const rule = RULES[problem.kind] ?? registryRules.malformed;
  return finding(rule, {
    message: problem.message,
    location: { file, ...problem.position, pointer: problem.pointer },
  });
}

/** What leaves the rest of a document readable has a rule of its own. */
const RULES: Readonly<Partial<Record<Problem['kind'], Rule>>> = {
  'duplicate-key': registryRules.duplicateKey,
  'number-inexact': registryRules.numberInexact,
};
