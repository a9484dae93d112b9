interface Limits {
  readonly payloads: number;
  /** Payload files together, in UTF-16 code units. */
  readonly length: number;
  /** Deeper nesting is no payload that people would describe by hand. */
  readonly depth: number;
  /** Distinct names that the objects at one place may have before they are one map. */
  readonly names: number;
  /** Distinct strings that are remembered for one place. */
  readonly values: number;
  /** Samples that are kept. */
  readonly samples: number;
}

/** What a proposal looks at, at most. Payloads come from anywhere; a few thousand say what there is to say. */
export const LIMITS: Limits = {
  payloads: 20_000,
  length: 64 * 1024 * 1024,
  depth: 64,
  names: 200,
  values: 50,
  samples: 5,
};

/** The least of 1, 2, 5, 10, 20, 50 … that is not below `count`: a bound that people would write. */
export function roundBound(count: number): number {
  let power = 1;
  while (power * 5 < count) power *= 10;
  return [power, power * 2, power * 5, power * 10].find((one) => one >= count) as number;
}
