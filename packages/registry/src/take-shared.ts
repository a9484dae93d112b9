import { bundle } from '@treaty/schema';
import type { Registry, Version } from './model.ts';
import { libraryOf, sharedReference } from './shared-library.ts';

/**
 * A version as it would be if it referred to `next` (`shared/money@2.0.0`) wherever it, or a shared
 * definition in it, refers to another version of the same definition. Undefined where that cannot be done.
 */
export function withShared(
  registry: Registry,
  version: Version,
  next: string,
): Version | undefined {
  const sources = new Map(
    [...registry.shared.values()].flatMap(({ versions }) =>
      versions.map(({ source }) => [source.file, source.value] as const),
    ),
  );
  const library = libraryOf([...sources.keys()], (file) => sources.get(file));
  const target = [...sources.keys()].find((file) => sharedReference(file) === next);
  const nameOf = (file: string): string => sharedReference(file).split('@')[0] as string;
  const { source } = version;
  const { value, problems } = bundle(source.file, source.value, {
    ...library,
    find(reference, from) {
      const found = library.find(reference, from);
      return found !== undefined && target !== undefined && nameOf(found) === nameOf(target)
        ? target
        : found;
    },
  });
  if (target === undefined || problems.length > 0) return undefined;
  return { ...version, schema: { ...version.schema, value } };
}

/** The shared definitions in a version that are drafts by the registry's own locks: `shared/money@1.1.0`. */
export function unreleasedUses({ shared }: Registry, { uses }: Version): readonly string[] {
  return uses.filter((use) => {
    const [id = '', version = ''] = use.split('@');
    return shared.get(id)?.lock.some((entry) => entry.version === version) !== true;
  });
}
