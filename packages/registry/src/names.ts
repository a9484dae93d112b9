import { SCHEMAS } from './sources/file-tree.ts';

/** Folder of the parties. */
export const PARTIES: string = `${SCHEMAS}/parties`;
/** Folders of `schemas/` that are no entities. */
export const RESERVED: ReadonlySet<string> = new Set(['parties', 'shared']);

/** Whether the registry reads a folder or file of this name: lower-case words joined by hyphens. */
export function isName(text: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}

/** Whether a folder of this name directly in `schemas/` is an entity. */
export function isEntityName(text: string): boolean {
  return isName(text) && !RESERVED.has(text);
}

/** The document of a party; who owns it speaks for the party. */
export function partyFile(party: string): string {
  return `${PARTIES}/${party}.yaml`;
}
