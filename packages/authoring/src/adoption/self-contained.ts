import { posix } from 'node:path';
import { type JsonValue, member } from '@treaty/json';
import { bundle, type Library, readSchema } from '@treaty/schema';
import { kebab, wordsOf } from '../names.ts';

/** A schema with everything that it refers to in it. */
export interface SelfContained {
  readonly value: JsonValue;
  /** The other files that it took in. */
  readonly used: ReadonlySet<string>;
}

/** The schemas of a repository, by path and by what their `$id` says. */
export interface Repository {
  valueOf(file: string): JsonValue | undefined;
  fileOf(id: string): string | undefined;
}

/**
 * Takes into a schema what it refers to in other files. Undefined where something that it needs is not in
 * the repository, or would not be the same schema inside another.
 */
export function selfContained(file: string, repository: Repository): SelfContained | undefined {
  const root = repository.valueOf(file);
  if (root === undefined) return undefined;
  const { value, parts, problems } = bundle(file, root, libraryOf(repository));
  const whole =
    problems.length === 0 &&
    !readSchema(value).problems.some(({ kind }) => kind === 'reference-remote');
  return whole ? { value, used: new Set(parts.keys()) } : undefined;
}

/** By `$id`, as JSON Schema says, or else by path, as people write it. */
function libraryOf(repository: Repository): Library {
  return {
    find(reference, from) {
      const named = repository.fileOf(reference);
      if (named !== undefined) return named;
      const path = posix.join(posix.dirname(from), asWritten(reference, repository.valueOf(from)));
      return repository.valueOf(path) === undefined ? undefined : path;
    },
    valueOf: (file) => repository.valueOf(file),
    titlesOf(file) {
      const stem = file.replace(/\.(schema\.json|jsonschema|json)$/i, '');
      const title = (text: string): string => kebab(wordsOf(text)) || 'definition';
      return [title(posix.basename(stem)), title(stem)];
    },
  };
}

/** A reference comes resolved against the `$id` of its document: relative to that, it is a path again. */
function asWritten(reference: string, from: JsonValue | undefined): string {
  const id = member(from ?? null, '$id');
  if (typeof id !== 'string' || !URL.canParse(id) || !URL.canParse(reference)) return reference;
  const [base, target] = [new URL(id), new URL(reference)];
  if (base.origin !== target.origin) return reference;
  return posix.relative(posix.dirname(base.pathname), target.pathname);
}
