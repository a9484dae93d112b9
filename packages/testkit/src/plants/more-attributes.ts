import { type JsonValue, member } from '@treaty/json';
import { inDraft } from './draft.ts';
import { set } from './edit.ts';
import type { Kind } from './kind.ts';

export const MINOR = { leaf: 'schema.json', step: 'minor' } as const;

/** A draft with one more optional attribute. */
export function withAttribute(
  name: string,
  rule: string,
  attributes: Readonly<Record<string, JsonValue>>,
): Kind {
  return inDraft(name, [rule], MINOR, ({ newest }, random) => {
    const [attribute, schema] = random.pick(Object.entries(attributes)) ?? [];
    const isNew = member(member(newest.source.value, 'properties'), attribute ?? '') === undefined;
    return attribute && schema && isNew ? [set(schema, 'properties', attribute)] : undefined;
  });
}

export const described = (schema: Record<string, JsonValue>): JsonValue => ({
  description: 'What was planted here.',
  ...schema,
});
export const bounded = (schema: Record<string, JsonValue>): JsonValue =>
  described({ type: 'string', maxLength: 40, ...schema });
