import { RESERVED } from './names.ts';
import { CODEOWNERS_FILES, type FileTree, SCHEMAS, SETTINGS_FILE } from './sources/file-tree.ts';

/** Whether a change can concern a flow, by its folder. */
export type Scope = (folder: string) => boolean;

/**
 * The flows that a change can concern: those in which files changed, those of an entity whose truth map
 * changed, and all where the settings, a party, a shared definition or CODEOWNERS did. `paths` are relative
 * to the registry's root.
 */
export function scopeOfChange(paths: readonly string[]): Scope {
  const folders = new Set<string>();
  const entities = new Set<string>();
  for (const path of paths) {
    const [schemas, entity = '', flow = '', ...rest] = path.split('/');
    if (path === SETTINGS_FILE || CODEOWNERS_FILES.includes(path)) return () => true;
    if (schemas !== SCHEMAS) continue;
    if (RESERVED.has(entity)) return () => true;
    if (rest.length === 0) entities.add(entity);
    else folders.add(`${SCHEMAS}/${entity}/${flow}`);
  }
  return (folder) => folders.has(folder) || entities.has(folder.split('/')[1] as string);
}

const AGREEMENT = /^schemas\/(?!shared\/)[^/]+\/[^/]+\/contract\.yaml$/;

/** The flows in a scope, and those whose agreements name one of them: found by text, so that nothing is parsed. */
export function withRelated(tree: FileTree, scope: Scope): Scope {
  const agreements = tree.files.filter((file) => AGREEMENT.test(file));
  const folderOf = (file: string): string => file.split('/').slice(0, 3).join('/');
  const named = agreements.map(folderOf).filter(scope);
  if (named.length === agreements.length) return scope;
  const ids = named.map((folder) => folder.slice(SCHEMAS.length + 1));
  const related = agreements.filter((file) => {
    const text = Buffer.from(tree.read(file) ?? []).toString('latin1');
    return ids.some((id) => text.includes(id));
  });
  const folders = new Set(related.map(folderOf));
  return (folder) => scope(folder) || folders.has(folder);
}
