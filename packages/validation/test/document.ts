import { readJson } from '@treaty/json';
import type { SourceDocument } from '@treaty/registry';

/** A document of the registry from its text. */
export function documentOf(text: string, file = 'schema.json'): SourceDocument {
  const { located } = readJson(text);
  if (located === undefined) throw new Error(`${file} is no JSON`);
  return {
    file,
    value: located.value,
    at: (pointer, part) => ({ file, ...located.positionOf(pointer, part), pointer }),
  };
}
