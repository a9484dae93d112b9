import { type Finding, finding } from '@treaty/findings';
import type { Pointer } from '@treaty/json';
import type { SourceDocument } from '@treaty/registry';
import { ASSERTED_FORMATS, isRisky, type SchemaDocument, type Violation } from '@treaty/schema';
import { keywordsIn } from './keywords-in.ts';
import { type PlacedPattern, patternsOf } from './patterns-of.ts';
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
  return patternsOf(schema).flatMap(brokenPattern);
}

/** Patterns that a backtracking engine may not come back from: each once, at its first place. */
export function costlyPatterns(
  document: SourceDocument,
  schema: SchemaDocument,
): readonly Finding[] {
  const first = new Map(
    [...patternsOf(schema)].reverse().map(({ pattern, pointer }) => [pattern, pointer]),
  );
  return [...first].flatMap(([pattern, pointer]) =>
    isRisky(pattern)
      ? [
          finding(validationRules.patternCostly, {
            message: `The pattern ${pattern} may take exponential time on a text made for it.`,
            location: document.at(pointer),
            subject: pattern,
          }),
        ]
      : [],
  );
}

function brokenPattern({ pattern, pointer }: PlacedPattern): Obstacle[] {
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
  return keywordsIn(schema).flatMap(({ pointer, name, value }) => {
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
