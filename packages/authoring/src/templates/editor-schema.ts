import { posix } from 'node:path';
import { type DocumentKind, documentSchema } from '@treaty/registry';
import type { Plan, Write } from '../plan.ts';

/** Where the JSON Schema of a kind of document is published: the `$id` that it ships with. */
export function editorSchema(kind: DocumentKind): string {
  return (documentSchema(kind) as { readonly $id: string }).$id;
}

/** The first line of a YAML document: editors complete, explain and check it by this. */
export function schemaLine(kind: DocumentKind): string {
  return `# yaml-language-server: $schema=${editorSchema(kind)}\n`;
}

const PUBLISHED =
  /(?<=\$schema(?:=|": "))https:\/\/treaty\.dev\/schemas\/1\/(?=[a-z]+\.schema\.json)/;

/**
 * A plan whose documents name the schemas that are installed (in `folder`, relative to the registry's
 * root) in place of the published ones: by relative path, which editors read from the document on, without
 * a network and in the version that `check` uses. Without a folder the published addresses stay.
 */
export function withInstalledSchemas(plan: Plan, folder: string | undefined): Plan {
  if (folder === undefined) return plan;
  const address = ({ file, text }: Write): Write => {
    const path = posix.relative(posix.dirname(file), folder);
    return { file, text: text.replace(PUBLISHED, `${path}/`) };
  };
  return { ...plan, writes: plan.writes.map(address) };
}
