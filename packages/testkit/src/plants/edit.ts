import type { JsonValue } from '@treaty/json';
import { type Document, isMap, isPair, isScalar, parseDocument } from 'yaml';

type Path = readonly (string | number)[];

/** A change to one place of a document; the places above it are made where they are not there. */
export interface Edit {
  readonly path: Path;
  readonly change:
    | { readonly set: JsonValue }
    | { readonly rename: string }
    | { readonly remove: true };
}

export const set = (value: JsonValue, ...path: Path): Edit => ({ path, change: { set: value } });
export const remove = (...path: Path): Edit => ({ path, change: { remove: true } });
/** Gives the key at a path another name. */
export const rename = (name: string, ...path: Path): Edit => ({ path, change: { rename: name } });

/** The text of a YAML document, or of a JSON one if its file says so, after the edits. */
export function edited(file: string, text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  for (const edit of edits) apply(document, edit);
  return file.endsWith('.json')
    ? `${JSON.stringify(document.toJS(), null, 2)}\n`
    : document.toString({ lineWidth: 0 });
}

function apply(document: Document, { path, change }: Edit): void {
  if ('set' in change) document.setIn(path, document.createNode(change.set));
  else if ('remove' in change) document.deleteIn(path);
  else renameKey(document, path, change.rename);
}

function renameKey(document: Document, path: Path, name: string): void {
  const map = document.getIn(path.slice(0, -1));
  const pairs = isMap(map) ? map.items : [];
  for (const pair of pairs) {
    if (isPair(pair) && isScalar(pair.key) && pair.key.value === path.at(-1)) pair.key.value = name;
  }
}

/** The edits in words. */
export function inWords(edits: readonly Edit[]): string {
  return edits.map(editInWords).join('; ');
}

function editInWords({ path, change }: Edit): string {
  const place = path.join('.');
  if ('set' in change) return `${place} = ${JSON.stringify(change.set)}`;
  return 'remove' in change ? `without ${place}` : `${place} is called ${change.rename}`;
}
