import { type Finding, finding } from '@treaty/findings';
import { escapeToken, isObject, type JsonValue, type Pointer } from '@treaty/json';
import type { SourceDocument } from '@treaty/registry';
import { ASSERTED_FORMATS, keywordsOf, type SchemaDocument, type Violation } from '@treaty/schema';
import { validationRules } from './rules.ts';

/** Why a schema cannot be used, and where. The message is no whole sentence. */
export interface Obstacle {
  readonly pointer: Pointer;
  readonly message: string;
}

export function notCompilable(document: SourceDocument, { pointer, message }: Obstacle): Finding {
  const place = pointer === '' ? '' : `${pointer}: `;
  return finding(validationRules.schemaNotCompilable, {
    message: `${place}${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
    location: document.at(pointer),
    subject: message,
  });
}

/** What the metaschema says against a schema. */
export function schemaInvalid(document: SourceDocument, violation: Violation): Finding {
  const { instance, keyword, member, message, fix } = violation;
  return finding(validationRules.schemaInvalid, {
    message: instance === '' ? message : `${instance}: ${message}`,
    location: document.at(instance),
    subject: `${keyword} ${member ?? ''}`,
    ...(fix === undefined ? {} : { fix }),
  });
}

/** Patterns that are no regular expressions of ECMAScript in Unicode mode, as JSON Schema has them. */
export function brokenPatterns(schema: SchemaDocument): readonly Obstacle[] {
  return keywords(schema).flatMap(({ pointer, name, value }): Obstacle[] => {
    if (name === 'pattern' && typeof value === 'string') return brokenPattern(pointer, value);
    if (name !== 'patternProperties' || !isObject(value)) return [];
    return Object.keys(value).flatMap((one) =>
      brokenPattern(`${pointer}/${escapeToken(one)}`, one),
    );
  });
}

function brokenPattern(pointer: Pointer, pattern: string): Obstacle[] {
  try {
    new RegExp(pattern, 'u');
    return [];
  } catch (error) {
    const reason = (error as Error).message.split(': ').at(-1);
    return [{ pointer, message: `the pattern ${pattern} is no regular expression: ${reason}` }];
  }
}

/** Formats that are named but not asserted: each once, at its first place. */
export function unknownFormats(
  document: SourceDocument,
  schema: SchemaDocument,
): readonly Finding[] {
  const seen = new Set<string>(ASSERTED_FORMATS);
  return keywords(schema).flatMap(({ pointer, name, value }) => {
    if (name !== 'format' || typeof value !== 'string' || seen.has(value)) return [];
    seen.add(value);
    return [
      finding(validationRules.unknownFormat, {
        message: `The format ${JSON.stringify(value)} is not asserted: any value passes.`,
        location: document.at(pointer),
        subject: value,
      }),
    ];
  });
}

function keywords({
  subschemas,
}: SchemaDocument): { pointer: Pointer; name: string; value: JsonValue | undefined }[] {
  return [...subschemas.values()].flatMap(({ schema, pointer, dialect }) =>
    isObject(schema)
      ? keywordsOf(schema, dialect).map(([name]) => ({
          pointer: `${pointer}/${escapeToken(name)}`,
          name,
          value: schema[name],
        }))
      : [],
  );
}
