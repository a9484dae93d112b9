import type { JsonValue } from '@treaty/json';
import { describe, expect, test } from 'vitest';
import { compileSchema } from '../src/index.ts';
import cases from './cases/violations.json' with { type: 'json' };
import { documentOf } from './document.ts';

describe.each(cases)('$title', ({ schema, values }) => {
  const { validator } = compileSchema(documentOf(JSON.stringify(schema)), { formats: 'assert' });

  test.each(values.map(([value, ...messages]) => ({ value, messages })))(
    '$value',
    ({ value, messages }) => {
      const violations = validator?.validate(value as JsonValue) ?? [];
      const written = violations.map(({ instance, message, fix }) =>
        fix === undefined ? `${instance}: ${message}` : `${instance}: ${message} | ${fix}`,
      );
      expect(written).toEqual(messages);
    },
  );
});
