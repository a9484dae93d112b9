import { type Finding, finding } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { type FileTree, startOf } from '@treaty/registry';
import { authoringRules } from '../rules.ts';
import { readSchemaFile, type SchemaFile } from './schema-file.ts';
import { type Repository, type SelfContained, selfContained } from './self-contained.ts';

/** A schema to be adopted. */
export interface AdoptedSchema extends SchemaFile {
  /** What it becomes where it referred to other files, or was upgraded; undefined where it moves as it is. */
  readonly rewritten: JsonValue | undefined;
  /** The files that were copied into it. */
  readonly used: ReadonlySet<string>;
  /** Which file an `$id` is of. */
  readonly fileOf: Repository['fileOf'];
}

/** Of one file; who reads so many has understood. */
const MAX_REWRITES = 30;

export interface ReadSchemas {
  readonly schemas: readonly AdoptedSchema[];
  readonly findings: readonly Finding[];
}

/** The schemas among some files, made self-contained; files that only serve others are left where they are. */
export function readSchemas(standing: FileTree, files: readonly string[]): ReadSchemas {
  const findings: Finding[] = [];
  const read = remembering((file: string) => readSchemaFile(standing, file));
  const schemas = files.flatMap((file): SchemaFile[] => {
    const found = read(file);
    if ('left' in found) findings.push(found.left);
    return 'left' in found ? [] : [found.schema];
  });
  const ids = new Map(schemas.flatMap(({ id, file }) => (id === undefined ? [] : [[id, file]])));
  const standingFiles = new Set(standing.files);
  const repository: Repository = {
    fileOf: (id) => ids.get(id),
    valueOf(file) {
      const found = standingFiles.has(file) ? read(file) : undefined;
      return found !== undefined && 'schema' in found ? found.schema.value : undefined;
    },
  };
  const bundles = new Map<string, SelfContained>();
  for (const { file, outside } of schemas) {
    const bundled = outside.length === 0 ? undefined : selfContained(file, repository);
    if (bundled !== undefined) bundles.set(file, bundled);
  }
  const definitions = definitionsOf(bundles);
  const adopted = schemas.filter(({ file }) => !definitions.has(file));
  for (const { file } of schemas) {
    const user = definitions.get(file);
    if (user === undefined) continue;
    const message = `${user} refers to this file: it was copied into it, and stays where it is.`;
    findings.push(finding(authoringRules.definition, { message, location: startOf(file) }));
  }
  for (const { file, outside } of adopted) if (!bundles.has(file)) findings.push(...outside);
  for (const { file, rewrites } of schemas) {
    findings.push(...rewrites.slice(0, MAX_REWRITES));
    if (rewrites.length <= MAX_REWRITES) continue;
    const message = `${rewrites.length - MAX_REWRITES} more places were written otherwise, in the same ways.`;
    findings.push(finding(authoringRules.upgraded, { message, location: startOf(file) }));
  }
  const ready = adopted.map((one) => ({
    ...one,
    rewritten: bundles.get(one.file)?.value ?? (one.rewrites.length > 0 ? one.value : undefined),
    used: bundles.get(one.file)?.used ?? new Set<string>(),
    fileOf: repository.fileOf,
  }));
  return { schemas: ready, findings };
}

/** Files that were copied into another which is not copied itself, each with the first such. */
function definitionsOf(bundles: ReadonlyMap<string, SelfContained>): ReadonlyMap<string, string> {
  const referred = new Set([...bundles.values()].flatMap(({ used }) => [...used]));
  const definitions = new Map<string, string>();
  for (const [file, { used }] of bundles) {
    if (referred.has(file)) continue;
    for (const one of used) if (!definitions.has(one)) definitions.set(one, file);
  }
  return definitions;
}

function remembering<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const computed = compute(key);
    known.set(key, computed);
    return computed;
  };
}
