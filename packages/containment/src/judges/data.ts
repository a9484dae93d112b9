import { isArray, isObject, type JsonValue } from '@treaty/json';
import { keywordsOf, type SchemaDocument } from '@treaty/schema';

const SPEAKING = ['$ref', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$schema'];

/**
 * Whether a constant of the schema looks like a schema. Hyperjump takes what it finds there for a
 * reference or an identifier, and would even go and fetch it.
 */
export function hasSpeakingData(document: SchemaDocument): boolean {
  for (const { schema, dialect } of document.subschemas.values()) {
    if (!isObject(schema)) continue;
    for (const [name] of keywordsOf(schema, dialect))
      if ((name === 'const' || name === 'enum') && speaks(schema[name] as JsonValue)) return true;
  }
  return false;
}

function speaks(value: JsonValue): boolean {
  if (isArray(value)) return value.some(speaks);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, part]) => SPEAKING.includes(name) || speaks(part));
}
