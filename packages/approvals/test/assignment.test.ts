import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../src/assignment.ts';

const person = fc.constantFrom('ana', 'ben', 'cem', 'dua', 'eve');
const places = fc.array(fc.uniqueArray(person, { maxLength: 4 }), { maxLength: 6 });

/** The most places that different people can fill, by trying everything. */
function most(choices: readonly (readonly string[])[], taken: readonly string[] = []): number {
  const [first, ...rest] = choices;
  if (first === undefined) return 0;
  const filled = first
    .filter((one) => !taken.includes(one))
    .map((one) => 1 + most(rest, [...taken, one]));
  return Math.max(most(rest, taken), ...filled);
}

test('as many places are filled as can be, by different people who may', () => {
  fc.assert(
    fc.property(places, (choices) => {
      const filled = assign(choices);
      const people = filled.filter((one) => one !== undefined);
      expect(new Set(people).size).toBe(people.length);
      expect(filled.every((one, i) => one === undefined || choices[i]?.includes(one))).toBe(true);
      expect(people).toHaveLength(most(choices));
    }),
    { numRuns: 2000 },
  );
});
