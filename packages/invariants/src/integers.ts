import { type CelFunc, CelScalar, celFunc } from '@bufbuild/cel';

const { INT } = CelScalar;
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** An int's value, or an error where a double could not hold it exactly: JSON has no larger integers. */
export function withinSafeIntegers(value: bigint, operation: string): bigint {
  if (-LARGEST <= value && value <= LARGEST) return value;
  throw new Error(`the result of ${operation} is beyond 2^53`);
}

/** The arithmetic of ints, bounded. Division makes none larger. */
export const boundedArithmetic: readonly CelFunc[] = [
  celFunc('_+_', [INT, INT], INT, (a, b) => withinSafeIntegers(a + b, '+')),
  celFunc('_-_', [INT, INT], INT, (a, b) => withinSafeIntegers(a - b, '-')),
  celFunc('_*_', [INT, INT], INT, (a, b) => withinSafeIntegers(a * b, '*')),
];
