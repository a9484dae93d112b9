import {
  type CelFunc,
  type CelList,
  CelScalar,
  type CelValue,
  celFunc,
  listType,
} from '@bufbuild/cel';
import { withinSafeIntegers } from './integers.ts';
import { unique } from './unique.ts';

/** A function that invariants have beside those of CEL. */
export interface HelperFunction {
  readonly name: string;
  readonly signature: string;
  readonly summary: string;
  readonly example: string;
}

const { BOOL, DYN } = CelScalar;
const LIST = listType(DYN);

const TABLE: readonly (HelperFunction & { readonly implementation: CelFunc })[] = [
  {
    name: 'sum',
    signature: 'sum(list<int>) → int, sum(list<double>) → double',
    summary:
      'Adds up numbers, in their order; 0 for an empty list. Ints and doubles in one list are an error.',
    example: 'sum(this.lines.map(l, l.total)) == this.total',
    implementation: celFunc('sum', [LIST], DYN, sum),
  },
  {
    name: 'unique',
    signature: 'unique(list) → bool',
    summary: 'Whether no two items are equal, as == has it: 1 equals 1.0.',
    example: 'unique(this.lines.map(l, l.sku))',
    implementation: celFunc('unique', [LIST], BOOL, unique),
  },
];

/** All of them, for the documentation. */
export const HELPER_FUNCTIONS: readonly HelperFunction[] = TABLE.map(
  ({ implementation: _, ...described }) => described,
);

export const helpers: readonly CelFunc[] = TABLE.map(({ implementation }) => implementation);

function sum(list: CelList): CelValue {
  const items = [...list];
  if (items.every((item) => typeof item === 'bigint')) {
    return items.reduce((total, item) => withinSafeIntegers(total + item, 'sum'), 0n);
  }
  if (items.every((item) => typeof item === 'number')) {
    return items.reduce((total, item) => total + item, 0);
  }
  const numbers = items.every((item) => typeof item === 'bigint' || typeof item === 'number');
  throw new Error(
    numbers
      ? 'sum adds up ints or doubles, and the list mixes both'
      : 'sum adds up numbers, and the list holds something else',
  );
}
