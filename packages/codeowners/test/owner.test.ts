import { expect, test } from 'vitest';
import { ownerKind } from '../src/index.ts';

test.each([
  ['@ana', 'login'],
  ['@ana-maria_acme', 'login'],
  ['@retail/order-desk', 'team'],
  ['desk@example.com', 'email'],
  ['@', undefined],
  ['@/desk', undefined],
  ['@retail/', undefined],
  ['@retail/a/b', undefined],
  ['@ana@example.com', undefined],
  ['@example.com@', undefined],
  ['desk@', undefined],
  ['a@b@c', undefined],
  ['ana', undefined],
  ['@ana#', undefined],
  ['@a\u001b[31m', undefined],
  ['', undefined],
])('%j is %s', (owner, kind) => {
  expect(ownerKind(owner)).toBe(kind);
});
