import { type DocumentKind, documentSchema } from '@treaty/registry';

/** Where the JSON Schema of a kind of document is published: the `$id` that it ships with. */
export function editorSchema(kind: DocumentKind): string {
  return (documentSchema(kind) as { readonly $id: string }).$id;
}

/** The first line of a YAML document: editors complete, explain and check it by this. */
export function schemaLine(kind: DocumentKind): string {
  return `# yaml-language-server: $schema=${editorSchema(kind)}\n`;
}
