import { expect, test } from 'vitest';
import { closest, type ValidatorError, violationsOf } from '../src/index.ts';

test.each([
  ['chanel', ['channel', 'customer'], 'channel'],
  ['CHANNEL', ['channel'], 'channel'],
  ['qty', ['quantity', 'sku'], undefined],
  ['tpye', ['type', 'title'], 'type'],
  ['tpey', ['type'], undefined],
  ['id', ['ip', 'identifier'], 'ip'],
  ['total', [], undefined],
  ['x'.repeat(101), ['x'.repeat(100)], undefined],
])('the closest to %s of %j is %s', (word, candidates, meant) => {
  expect(closest(word, candidates)).toBe(meant);
});

/** As Ajv reports them; what these say in words is tested with the engine, in the package validation. */
const failing = (one: Partial<ValidatorError>): ValidatorError => ({
  instancePath: '',
  schemaPath: '#/required',
  keyword: 'required',
  params: { missingProperty: 'a' },
  ...one,
});

test('a violation names the value, the keyword and the member', () => {
  expect(violationsOf([failing({ instancePath: '/lines/0' })])).toEqual([
    {
      instance: '/lines/0',
      schema: '#/required',
      keyword: 'required',
      member: 'a',
      message: '"a" is missing.',
    },
  ]);
});

test('without the document a choice is understood where its branches are written out or refer directly', () => {
  const branches = [{ $ref: '#/$defs/card' }, { required: ['iban', 'bic', 'holder'] }];
  const missing = (name: string, schemaPath: string): ValidatorError =>
    failing({ instancePath: '/payment', schemaPath, params: { missingProperty: name } });
  const errors = [
    missing('brand', '#/$defs/card/required'),
    missing('iban', '#/properties/payment/oneOf/1/required'),
    missing('bic', '#/properties/payment/oneOf/1/required'),
    failing({
      instancePath: '/payment',
      schemaPath: '#/properties/payment/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: null },
      schema: branches,
    }),
  ];
  expect(violationsOf(errors).map(({ message }) => message)).toEqual(['"brand" is missing.']);
});

test('what only repeats another error is left out', () => {
  const errors = [
    failing({}),
    failing({ schemaPath: '#/then/required' }),
    failing({ schemaPath: '#/if', keyword: 'if', params: {} }),
  ];
  expect(violationsOf(errors)).toHaveLength(1);
});

test('an error that nobody knows is still told', () => {
  const [violation] = violationsOf([
    failing({ keyword: 'even', params: {}, schemaPath: '#/even', message: 'must be even' }),
  ]);
  expect(violation?.message).toBe('Must be even.');
});
