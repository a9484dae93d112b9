import { readFileSync } from 'node:fs';
import type { JsonValue } from '@treaty/json';
import { readSchema } from '@treaty/schema';
import { describe, expect, test } from 'vitest';
import { compileInvariants, type InvariantFailure } from '../src/index.ts';

interface Case {
  readonly title: string;
  readonly schema: JsonValue;
  readonly payload: JsonValue;
  readonly expressions: Readonly<Record<string, string>>;
}

// Parsed here, so that __proto__ is a member like any other.
const cases = JSON.parse(
  readFileSync(new URL('./cases/evaluate.json', import.meta.url), 'utf8'),
) as Case[];

const outcome = (failures: readonly InvariantFailure[]): string => {
  const [failure] = failures;
  if (failure === undefined) return 'holds';
  return failure.detail === undefined ? failure.reason : `${failure.reason}: ${failure.detail}`;
};

describe.each(cases)('$title', ({ schema, payload, expressions }) => {
  test.each(Object.entries(expressions))('%s → %s', (cel, expected) => {
    const invariant = { id: 'it', cel, message: 'it holds' };
    const { program, problems } = compileInvariants([invariant], readSchema(schema));
    expect(problems).toEqual([]);
    const failures = program.evaluate(payload);
    expect(outcome(failures)).toBe(expected);
  });
});
