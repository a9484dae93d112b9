import { escapeToken, isObject, type Pointer } from '@treaty/json';
import type { SchemaDocument } from '@treaty/schema';
import { keywordsIn } from './keywords-in.ts';

export interface PlacedPattern {
  readonly pattern: string;
  /** The `pattern`, or the member of `patternProperties`. */
  readonly pointer: Pointer;
}

/** Every pattern of a schema document. */
export function patternsOf(schema: SchemaDocument): readonly PlacedPattern[] {
  return keywordsIn(schema).flatMap(({ pointer, name, value }): PlacedPattern[] => {
    if (name === 'pattern' && typeof value === 'string') return [{ pattern: value, pointer }];
    if (name !== 'patternProperties' || !isObject(value)) return [];
    return Object.keys(value).map((pattern) => ({
      pattern,
      pointer: `${pointer}/${escapeToken(pattern)}`,
    }));
  });
}
