import type { Shared } from './load-shared.ts';
import type { Loader } from './loader.ts';
import type { Sample, Version } from './model.ts';

/** One version's folder. Undefined where a document of it cannot be used: half a version would mislead. */
export function loadVersion(
  loader: Loader,
  folder: string,
  version: string,
  shared: Shared,
): Version | undefined {
  const files = loader.folders.filesIn(folder);
  if (!files.includes('schema.json')) {
    loader.missing(`${folder}/schema.json`, `Version ${version} has no schema.`);
  }
  const source = loader.read(`${folder}/schema.json`);
  const bundled = source && shared.bundled(source, loader);
  const semantics = loader.document(`${folder}/semantics.yaml`, 'semantics');
  const migration = loader.document(`${folder}/migration.yaml`, 'migration');
  const samples = [...samplesIn(loader, folder, 'valid'), ...samplesIn(loader, folder, 'invalid')];
  const unusable = ['schema.json', 'semantics.yaml', 'migration.yaml'].some((file) =>
    loader.broken.has(`${folder}/${file}`),
  );
  if (source === undefined || bundled === undefined || unusable) return undefined;
  return {
    version,
    folder,
    source,
    ...bundled,
    semantics: semantics?.document,
    meaning: semantics?.typed,
    migration: migration?.document,
    samples,
  };
}

function samplesIn(loader: Loader, folder: string, kind: Sample['kind']): Sample[] {
  const place = `${folder}/samples/${kind}`;
  return loader.folders.filesIn(place).flatMap((leaf): Sample[] => {
    const parts = leaf.split('.');
    const failure = kind === 'invalid' ? parts.at(-2) : undefined;
    if (!leaf.endsWith('.json') || (kind === 'invalid' && parts.length < 3)) {
      const form = kind === 'valid' ? '<name>.json' : '<name>.<failure>.json';
      const article = kind === 'valid' ? 'A' : 'An';
      loader.misnames(
        `${place}/${leaf}`,
        `${article} ${kind} sample is called ${form}; ${JSON.stringify(leaf)} is not.`,
      );
      return [];
    }
    const document = loader.read(`${place}/${leaf}`);
    if (document === undefined) return [];
    const name = parts.slice(0, kind === 'valid' ? -1 : -2).join('.');
    return [{ kind, name, failure, document }];
  });
}
