import { readSchema } from '@treaty/schema';
import { expect, test } from 'vitest';
import { compileInvariants, HELPER_FUNCTIONS, type InvariantProblem } from '../src/index.ts';
import cases from './cases/problems.json' with { type: 'json' };

const anything = readSchema(true);
const compile = (...expressions: string[]): ReturnType<typeof compileInvariants> =>
  compileInvariants(
    expressions.map((cel, i) => ({ id: `rule-${i}`, cel, message: `rule ${i} holds` })),
    anything,
  );
const written = ({ place, message }: InvariantProblem): string =>
  place === undefined ? message : `${place.line}:${place.column} ${message}`;

test.each(cases)('$cel', ({ cel, problem }) => {
  expect(compile(cel).problems.map(written)).toEqual([problem]);
});

test('an invariant with a problem is left out, and the others are evaluated', () => {
  const { program, problems } = compile('this.a > 1', 'this.', 'this.a > 2');
  expect(problems.map(({ index, id }) => [index, id])).toEqual([[1, 'rule-1']]);
  expect(program.evaluate({ a: 1 })).toEqual([
    { id: 'rule-0', message: 'rule 0 holds', reason: 'false' },
    { id: 'rule-2', message: 'rule 2 holds', reason: 'false' },
  ]);
});

test.each([
  ['long', `this.a == ${'1 + '.repeat(1000)}1`, 'it is longer than 4000 characters'],
  ['deep', `${'('.repeat(1900)}1${')'.repeat(1900)}`, 'it is nested too deeply'],
  ['a tall tree', `${'['.repeat(150)}1${']'.repeat(150)} == []`, 'it nests deeper than 100 levels'],
])('a hostile expression is refused: %s', (_, cel, message) => {
  expect(compile(cel).problems.map((problem) => problem.message)).toEqual([message]);
});

test('the helper functions are described, and their examples are expressions', () => {
  expect(HELPER_FUNCTIONS.map(({ name }) => name)).toEqual(['sum', 'unique']);
  expect(compile(...HELPER_FUNCTIONS.map(({ example }) => example)).problems).toEqual([]);
});
