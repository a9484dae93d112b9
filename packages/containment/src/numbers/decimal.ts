/**
 * JSON numbers as integers over one common power of ten, so that bounds and multiples are compared
 * exactly: 0.3 is three times 0.1, which floating point denies.
 */
export function decimals(value: number): number {
  const [digits, exponent] = parts(value);
  return Math.max(0, digits.length - 1 - exponent);
}

/** `value` × 10^`places`, exactly; `places` is at least {@link decimals} of the value. */
export function scaled(value: number, places: number): bigint {
  const [digits, exponent] = parts(value);
  const zeros = places + exponent - (digits.length - 1);
  const magnitude = BigInt(digits + '0'.repeat(Math.max(0, zeros)));
  return value < 0 ? -magnitude : magnitude;
}

/** The JSON number `integer` / 10^`places`, if a double holds exactly it, by its shortest decimal form. */
export function unscaled(integer: bigint, places: number): number | undefined {
  const value = Number(`${integer}e-${places}`);
  if (!Number.isFinite(value) || decimals(value) > places) return undefined;
  return scaled(value, places) === integer ? value : undefined;
}

export function isMultiple(value: number, of: number): boolean {
  const places = Math.max(decimals(value), decimals(of));
  return scaled(value, places) % scaled(of, places) === 0n;
}

/** Significant digits without a point, and the power of ten of the first one. */
function parts(value: number): [digits: string, exponent: number] {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return [mantissa.replace('.', ''), Number(exponent)];
}
