import type { JsonObject } from '@treaty/json';

/** What a schema says for people: the comment of its type. The title stands in for an absent description. */
export function annotationsOf(schema: JsonObject): JsonObject {
  const { description, title, deprecated } = schema;
  const text = [description, title].find((words) => typeof words === 'string' && words !== '');
  return {
    ...(typeof text === 'string' ? { description: commentText(text) } : {}),
    ...(deprecated === true ? { deprecated } : {}),
  };
}

/**
 * Text that stays inside a block comment and reads as it is written: no end of comment, line feeds as the
 * only line ends, no control or direction-changing characters (but the joiners of some scripts), no half of
 * a surrogate pair.
 */
function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll('*/', '*\\/')
    .trim();
}
