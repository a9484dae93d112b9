import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type DocumentKind, documentSchema } from '../src/index.ts';

const KINDS: readonly DocumentKind[] = [
  'baseline',
  'contract',
  'entity',
  'lock',
  'migration',
  'party',
  'semantics',
  'treaty',
];

describe('the JSON Schemas of the documents', () => {
  // The loader trusts them, and does not validate them again on every start.
  test.each(KINDS)('%s is a valid schema that compiles in strict mode', (kind) => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    expect(() => ajv.compile(documentSchema(kind) as object)).not.toThrow();
  });
});
