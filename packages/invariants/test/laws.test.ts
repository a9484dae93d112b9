import type { JsonValue } from '@treaty/json';
import { readSchema } from '@treaty/schema';
import fc from 'fast-check';
import { test } from 'vitest';
import { compileInvariants } from '../src/index.ts';

const holds = (cel: string, schema: JsonValue): ((payload: JsonValue) => boolean) => {
  const { program } = compileInvariants(
    [{ id: 'it', cel, message: 'it holds' }],
    readSchema(schema),
  );
  return (payload) => program.evaluate(payload).length === 0;
};
/** Few different values, so that equal ones meet. */
const values = fc.array(
  fc.jsonValue({ maxDepth: 2, depthSize: 'small', noUnicodeString: true }).map((value) => {
    const json = JSON.parse(JSON.stringify(value)) as JsonValue;
    return typeof json === 'string' ? json.slice(0, 1) : typeof json === 'number' ? json % 3 : json;
  }),
  { maxLength: 8 },
);

test('unique is what == says of every pair', () => {
  const unique = holds('unique(this)', true);
  const pairwise = holds('this.all(a, this.exists_one(b, a == b))', true);
  fc.assert(fc.property(values, (list) => unique(list) === pairwise(list)));
});

test('map keeps every item in its order, and filter those that meet the condition', () => {
  const schema = { items: { type: 'integer' } };
  const mapped = holds('this.map(n, n) == this', schema);
  const split = holds(
    'size(this.filter(n, n < 0)) + size(this.filter(n, n >= 0)) == size(this)',
    schema,
  );
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 50 }), (list) => mapped(list) && split(list)),
  );
});

test('a sum of ints is exact', () => {
  const schema = {
    properties: { items: { items: { type: 'integer' } }, sum: { type: 'integer' } },
  };
  const exact = holds('sum(this.items) == this.sum', schema);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 50 }), (items) =>
      exact({ items, sum: items.reduce((total, item) => total + item, 0) }),
    ),
  );
});
