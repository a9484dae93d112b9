/** The folders that a list of files implies. */
export interface Folders {
  /** Names of the folders directly in `folder`, sorted. */
  foldersIn(folder: string): readonly string[];
  /** Names of the files directly in `folder`, sorted. */
  filesIn(folder: string): readonly string[];
}

export function foldersOf(files: readonly string[]): Folders {
  const folders = new Map<string, Set<string>>();
  const leaves = new Map<string, Set<string>>();
  for (const file of files) {
    const parts = file.split('/');
    const leaf = parts.pop() as string;
    add(leaves, parts.join('/'), leaf);
    for (let depth = parts.length - 1; depth > 0; depth -= 1) {
      add(folders, parts.slice(0, depth).join('/'), parts[depth] as string);
    }
  }
  return {
    foldersIn: (folder) => [...(folders.get(folder) ?? [])].sort(),
    filesIn: (folder) => [...(leaves.get(folder) ?? [])].sort(),
  };
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
