import { SCHEMAS, SETTINGS_FILE } from './sources/file-tree.ts';

/**
 * The flows that a change can concern, by their folders: those in which files changed, those of an entity
 * whose truth map changed, and all where the settings, a party or a shared definition did. `paths` are
 * relative to the registry's root.
 */
export function scopeOfChange(paths: readonly string[]): (folder: string) => boolean {
  const folders = new Set<string>();
  const entities = new Set<string>();
  for (const path of paths) {
    const [schemas, entity = '', flow = '', ...rest] = path.split('/');
    if (schemas !== SCHEMAS) {
      if (path === SETTINGS_FILE) return () => true;
    } else if (entity === 'parties' || entity === 'shared') return () => true;
    else if (rest.length === 0) entities.add(entity);
    else folders.add(`${SCHEMAS}/${entity}/${flow}`);
  }
  return (folder) => folders.has(folder) || entities.has(folder.split('/')[1] as string);
}
