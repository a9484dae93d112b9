import type { SchemaDocument } from '@treaty/schema';
import { compile } from 'json-schema-to-typescript';
import { layOut } from './layout.ts';
import { projectionOf } from './projection/project.ts';

/**
 * The TypeScript declarations of a schema, the main type called `name` first, ending in a line feed.
 * Sound: a value that the schema accepts is a value of the type (a name of a member or a type never leaves
 * its place, and nothing is ever fetched).
 */
export async function typeDeclarations(document: SchemaDocument, name: string): Promise<string> {
  const { schema, members } = projectionOf(document, name);
  const text = await compile(schema as Parameters<typeof compile>[0], name, {
    bannerComment: '',
    // Its default is the directory of the process; every reference is inside the document all the same.
    cwd: '/',
    format: false,
    unknownAny: true,
    $refOptions: { resolve: { external: false } },
  });
  return layOut(text, name, (member) => members.nameOf(member));
}
