import { inDraft } from './draft.ts';
import { set } from './edit.ts';
import type { Kind } from './kind.ts';
import { bounded, described, MINOR, withAttribute } from './more-attributes.ts';

export const LINT_KINDS: readonly Kind[] = [
  withAttribute('money with a fraction', 'lint/money-not-integer', {
    depositAmount: described({
      type: 'object',
      required: ['amount', 'currency'],
      properties: {
        amount: { description: 'How much.', type: 'number', minimum: 0 },
        currency: { description: 'ISO 4217 code.', type: 'string', pattern: '^[A-Z]{3}$' },
      },
    }),
  }),
  withAttribute('money without a currency', 'lint/money-without-currency', {
    depositAmount: described({ type: 'integer', minimum: 0, maximum: 1000 }),
    handlingFee: described({ type: 'integer', minimum: 0, maximum: 1000 }),
  }),
  withAttribute('a moment without its offset', 'lint/timestamp-without-offset', {
    reportedAt: bounded({}),
    printedAt: bounded({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$' }),
  }),
  withAttribute('a text of any length', 'lint/unbounded-string', {
    remark: described({ type: 'string' }),
  }),
  withAttribute('a list of any length', 'lint/unbounded-array', {
    remarks: described({ type: 'array', items: { type: 'string', maxLength: 10 } }),
  }),
  withAttribute('an open list of values without other', 'lint/enum-without-escape', {
    reason: described({ enum: ['lost', 'broken', 'stolen'] }),
    cancelReason: described({ enum: ['late', 'dear', 'ugly'] }),
  }),
  withAttribute('personal data without a mark', 'lint/personal-data-unmarked', {
    phoneNumber: bounded({}),
    birthDate: bounded({ format: 'date' }),
  }),
  withAttribute('an attribute without a description', 'lint/description-missing', {
    extra: { type: 'integer', minimum: 0, maximum: 9 },
  }),
  withAttribute('an identifier of any form', 'lint/identifier-without-pattern', {
    tourId: bounded({}),
    carrierId: bounded({}),
  }),
  inDraft('states in booleans', ['lint/states-as-booleans'], MINOR, () => [
    ...['isReported', 'isAccepted', 'isClosed'].map((name) =>
      set(described({ type: 'boolean' }), 'properties', name),
    ),
  ]),
  withAttribute('a name that says nothing', 'lint/name-ambiguous', {
    date: bounded({ format: 'date' }),
    status2: bounded({}),
    data: bounded({}),
  }),
];
