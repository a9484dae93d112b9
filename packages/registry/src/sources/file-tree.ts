/**
 * The files of a registry, as bytes, wherever they come from. Names are relative to the registry's root,
 * with forward slashes. Only regular files are listed: links and submodules are never followed.
 */
export interface FileTree {
  /** Where it was read from, for people: `the work tree`, `origin/main (3f2a9c1)`. */
  readonly label: string;
  readonly files: readonly string[];
  /** What lies among the files and is none; absent: nothing. */
  readonly others?: ReadonlyMap<string, OtherKind>;
  /** In bytes, where it can be told without reading the file. */
  sizeOf?(file: string): number;
  read(file: string): Uint8Array | undefined;
}

export type OtherKind = 'link' | 'submodule' | 'special';

/** Folder of the contracts. */
export const SCHEMAS = 'schemas';
/** The files beside `schemas/` that belong to the registry; CODEOWNERS in the order in which forges look. */
export const CODEOWNERS_FILES: readonly string[] = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
];
export const SETTINGS_FILE = 'treaty.yaml';
export const BASELINE_FILE = 'treaty.baseline.json';
export const ROOT_FILES: readonly string[] = [SETTINGS_FILE, BASELINE_FILE];

/** A tree held in memory: what tests, `--dry-run` and the demo's plans are made of. */
export function treeOf(
  label: string,
  contents: ReadonlyMap<string, Uint8Array | string>,
): FileTree {
  return {
    label,
    files: [...contents.keys()].sort(),
    read(file) {
      const content = contents.get(file);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
