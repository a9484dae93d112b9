import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT: string = fileURLToPath(new URL('../../../', import.meta.url));

/** A fenced block of a document. */
export interface Block {
  readonly file: string;
  /** Of the fence, from 1. */
  readonly line: number;
  /** `ts`, `console` and the like; empty where the fence names none. */
  readonly language: string;
  readonly text: string;
  /** The directives above it that are about it: `write`, `edit`, `excerpt`, `not run`. */
  readonly directives: readonly string[];
}

/** Folders that hold no documents of ours, or documents that a test compares as a whole. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', 'dist', 'golden', 'coverage']);

/** Every Markdown document for people, by its path from the root of the repository. */
export function markdownFiles(folder: string = ''): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    // What stands in the sample registry is its own: check reads it.
    const isEntered = !PASSED_OVER.has(entry.name) && !/^\.(?!changeset$|github$)/.test(entry.name);
    if (entry.isDirectory()) return isEntered && path !== 'schemas' ? markdownFiles(path) : [];
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

export function blocksOf(file: string): readonly Block[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').split(/\r?\n/);
  const blocks: Block[] = [];
  let directives: string[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as string;
    const fence = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence === null) {
      const directive = /^<!-- (write|edit|excerpt|not run)(?:: .+)? -->$/.exec(line)?.[1];
      if (directive !== undefined) directives.push(directive);
      else if (line.trim() !== '') directives = [];
      continue;
    }
    const [, , marks = '', language = ''] = fence;
    const length = lines.slice(i + 1).findIndex((one) => one.trim() === marks);
    if (length < 0) throw new Error(`${file}:${i + 1}: the block does not end`);
    const text = `${lines.slice(i + 1, i + 1 + length).join('\n')}\n`;
    blocks.push({ file, line: i + 1, language: language.trim(), text, directives });
    directives = [];
    i += length + 1;
  }
  return blocks;
}
