import type { JsonValue } from '@treaty/json';
import { expect, test } from 'vitest';
import { type ContainmentOptions, decide, judge } from '../src/index.ts';
import undecided from './cases/undecided.json' with { type: 'json' };
import verdicts from './cases/verdicts.json' with { type: 'json' };

interface Case {
  readonly title: string;
  readonly writer: JsonValue;
  readonly reader: JsonValue;
  /** 'contained', or the keyword that rejects the witness; null where one of several may. */
  readonly backward: string | null;
  readonly forward: string | null;
  readonly dialect?: NonNullable<ContainmentOptions['dialect']>;
  readonly formats?: 'assert';
}

test.each(verdicts as readonly Case[])('$title', async ({ writer, reader, ...rest }) => {
  const options = {
    ...(rest.dialect ? { dialect: rest.dialect } : {}),
    ...(rest.formats ? { formats: rest.formats } : {}),
  };
  for (const [a, b, expected] of [
    [writer, reader, rest.backward],
    [reader, writer, rest.forward],
  ] as const) {
    const verdict = await decide(a, b, options);
    if (expected === 'contained') expect(verdict).toEqual({ verdict: 'contained' });
    else {
      expect(verdict.verdict).toBe('not-contained');
      if (verdict.verdict !== 'not-contained') return;
      if (expected !== null) expect(verdict.rejection.keyword).toBe(expected);
      expect(await judge(a, b, verdict.witness, options)).toBe('break');
    }
  }
});

test.each(undecided)('undecided: $title', async ({ writer, reader, reason, ...rest }) => {
  const steps = rest.steps === undefined ? {} : { steps: rest.steps };
  const verdict = await decide(writer as JsonValue, reader as JsonValue, steps);
  expect(verdict).toMatchObject({ verdict: 'undecided', reason: expect.stringContaining(reason) });
  if (rest.keyword !== undefined) expect(verdict).toMatchObject({ keyword: rest.keyword });
  if (rest.at !== undefined) expect(verdict).toMatchObject({ at: rest.at });
});

const order = {
  type: 'object',
  properties: {
    orderId: { type: 'string' },
    status: { enum: ['placed', 'paid', 'cancelled'] },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
  required: ['orderId', 'status'],
};

test('a witness is a seed with only the breaking part changed, and small', async () => {
  const reader = {
    ...order,
    properties: { ...order.properties, status: { enum: ['placed', 'paid'] } },
  };
  const seed = { orderId: 'A-1001', status: 'paid', lines: [{ sku: 'KEY-1' }, { sku: 'KEY-2' }] };
  expect(await decide(order, reader, { seeds: [seed] })).toEqual({
    verdict: 'not-contained',
    witness: { orderId: 'A-1001', status: 'cancelled' },
    rejection: {
      instance: '/status',
      schema: '/properties/status/enum',
      keyword: 'enum',
      message: expect.stringContaining('cancelled'),
    },
  });
});

test('a seed that already breaks is the witness, without what does not matter', async () => {
  const reader = { ...order, required: ['orderId', 'status', 'lines'] };
  const seeds = [{ orderId: 'A-1001', status: 'paid', note: 'x' }];
  expect(await decide(order, reader, { seeds })).toMatchObject({
    witness: { orderId: 'A-1001', status: 'paid' },
  });
});

test("without seeds, the schema's own examples are used", async () => {
  const writer = {
    ...order,
    properties: { ...order.properties, orderId: { type: 'string', examples: ['A-1'] } },
  };
  expect(await decide(writer, { ...order, required: ['lines'] })).toMatchObject({
    witness: { orderId: 'A-1', status: 'placed' },
  });
});

test('the verdict and the witness are the same every time', async () => {
  const reader = { ...order, properties: { ...order.properties, lines: { maxItems: 0 } } };
  expect(await decide(order, reader)).toEqual(await decide(order, reader));
});
