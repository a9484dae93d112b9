import type { Random } from '../random.ts';
import type { Files, Sample } from '../sample-registry.ts';

/** One kind of fault, which can be planted at many places. */
export interface Kind {
  /** What is wrong, in kebab-case. */
  readonly name: string;
  /** One of these rules must find it; mostly it is one. */
  readonly rules: readonly string[];
  /** Chooses a place and plants the fault there; undefined where the registry has no such place. Pure. */
  readonly plant: (random: Random, sample: Sample) => Plant | undefined;
}

/** A fault at its place. */
export interface Plant {
  /** The file or folder in which it must be found; `''` where it shows elsewhere. */
  readonly at: string;
  /** What was done, for people. */
  readonly what: string;
  /** The files that differ; undefined: gone. */
  readonly changes: Changes;
}

export type Changes = ReadonlyMap<string, Uint8Array | string | undefined>;

/** The first answer for the elements of a list in random order. */
export function somewhere<T, R>(
  random: Random,
  list: Iterable<T>,
  answer: (element: T) => R | undefined,
): R | undefined {
  for (const element of random.shuffled([...list])) {
    const found = answer(element);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The files with the changes laid over them. */
export function withChanges(files: Files, changes: Changes): Files {
  const result = new Map(files);
  for (const [file, content] of changes) {
    if (content === undefined) result.delete(file);
    else result.set(file, content);
  }
  return result;
}
