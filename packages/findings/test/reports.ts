import { finding, type Location, type Report, type Rule, report } from '../src/index.ts';

export const broken: Rule = {
  id: 'compatibility/forward-broken',
  severity: 'error',
  summary: 'A version allows payloads that a live version of its major rejects.',
  why: 'Consumers run with the released version.',
  fix: 'Allow only what the live versions accept.',
};
export const alike: Rule = {
  id: 'samples/alike',
  severity: 'warning',
  summary: 'Two samples show the same.',
  why: 'The second one shows nothing.',
  fix: 'Remove one of them.',
};

export function at(file: string, line: number, column = 1, pointer = ''): Location {
  return { file, line, column, pointer };
}

/** A report in which every part that a finding can have is used. */
export const mixed: Report = report(
  'check',
  '1 flow, 3 versions',
  [
    finding(alike, {
      message: 'The samples a and b both fail on enum.',
      location: at('schemas/order/placed/1.2.0/samples/invalid/b.enum.json', 3, 12, '/status'),
      related: [
        { message: 'a', location: at('schemas/order/placed/1.2.0/samples/invalid/a.enum.json', 3) },
      ],
    }),
    finding(broken, {
      message: 'order/placed 1.2.0 allows a payload that 1.1.0 rejects.',
      location: at('schemas/order/placed/1.2.0/schema.json', 8, 15, '/properties/status'),
      related: [{ message: 'crm reads nothing of this' }],
      direction: 'forward',
      affects: ['oms', 'wms'],
      witness: {
        orderId: 'O-100004',
        status: 'returned',
        customer: { id: 'c-1', email: 'someone.with.a.long.name@mail.example.com' },
        lines: [{ sku: 'TEA-0001', total: 1200 }],
      },
      witnessAt: '/status',
      fix: 'Release it as 2.0.0.',
    }),
    finding(alike, {
      message: 'A note that fails nothing.',
      location: at('schemas/order/placed/1.2.0/schema.json', 1),
      severity: 'info',
    }),
  ],
  { drafts: 1 },
);

/** Every text that comes from outside, hostile. */
export function hostileReport(text: string): Report {
  return report('check', text, [
    finding(broken, {
      message: text,
      location: at(text, 1),
      related: [{ message: text, location: at(text, 2) }],
      affects: [text],
      witness: { [text]: text },
      fix: text,
      subject: text,
    }),
  ]);
}
