import { inDraft } from './draft.ts';
import { set } from './edit.ts';
import type { Kind } from './kind.ts';
import { bounded, described, withAttribute } from './more-attributes.ts';

export const SCHEMA_KINDS: readonly Kind[] = [
  withAttribute('a type that is none', 'schema/invalid', { extra: described({ type: 'strng' }) }),
  withAttribute('a bound that is a text', 'schema/invalid', {
    extra: bounded({ maxLength: '40' }),
    count: described({ type: 'integer', maximum: 'many' }),
  }),
  withAttribute('a pattern that is none', 'schema/not-compilable', {
    extra: bounded({ pattern: '^(a' }),
  }),
  withAttribute('a pattern that takes for ever', 'schema/pattern-costly', {
    extra: bounded({ pattern: '^(a+)+$' }),
    other: bounded({ pattern: '^([a-z]*)*x$' }),
  }),
  withAttribute('a definition that is not there', 'schema/not-compilable', {
    extra: { description: 'What was planted here.', $ref: '#/$defs/nowhere' },
  }),
  withAttribute('a reference to nowhere', 'schema/reference', {
    other: { $ref: '../../../shared/nowhere/1.0.0/schema.json' },
    far: { $ref: 'https://example.com/schema.json' },
  }),
  withAttribute('a format that nobody asserts', 'schema/unknown-format', {
    extra: bounded({ format: 'e-mail' }),
    other: bounded({ format: 'iban' }),
  }),
  inDraft(
    'an invariant that is no expression',
    ['invariants/not-compilable'],
    { leaf: 'semantics.yaml', step: 'major' },
    (_, random) => {
      const cel = random.pick(['this.', 'this.total >', 'unknownFunction(this)', '1 +']) ?? '';
      return [set([{ id: 'planted', cel, message: 'it must hold' }], 'invariants')];
    },
  ),
];
