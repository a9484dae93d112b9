import { escapeToken, isObject, type JsonValue, type Pointer } from '@treaty/json';
import { keywordsOf, type SchemaDocument } from '@treaty/schema';

export interface PlacedKeyword {
  readonly name: string;
  readonly value: JsonValue | undefined;
  readonly pointer: Pointer;
}

/** Every keyword of a schema document that its dialect knows. */
export function keywordsIn({ subschemas }: SchemaDocument): readonly PlacedKeyword[] {
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
