import type { Lint } from './lint.ts';
import { hasType, said, says } from './place.ts';

export const unboundedArray: Lint = {
  rule: {
    id: 'lint/unbounded-array',
    severity: 'warning',
    summary: 'A list may have any number of items.',
    why: 'The first order of a school with 4,000 lines arrives on the busiest day, and times out in a consumer that was tried with ten.',
    fix: 'Give it the `maxItems` that the consumers are ready for.',
  },
  fault: (place) => {
    const isTuple = [...said(place, 'items'), ...said(place, 'additionalItems')].includes(false);
    const isBounded = isTuple || says(place, 'maxItems', 'enum', 'const');
    return hasType(place, 'array') && !isBounded ? 'is a list of any number of items' : undefined;
  },
};
