import type { Lint } from './lint.ts';
import { isNamed, said, says } from './place.ts';

export const descriptionMissing: Lint = {
  rule: {
    id: 'lint/description-missing',
    severity: 'warning',
    summary: 'An attribute has no description.',
    why: 'Two teams who read the same name and think of two things agree until the first reconciliation. A sentence costs less.',
    fix: 'Give it a `description`: what it is, in which unit, and what its absence means.',
  },
  fault: (place) => {
    // The value of a constant says it all, and an item is described by its list.
    if ((place.pointer !== '' && !isNamed(place)) || says(place, 'const')) return undefined;
    const words = [...said(place, 'description'), ...said(place, 'title')];
    const isDescribed = words.some((one) => typeof one === 'string' && one.trim() !== '');
    return isDescribed ? undefined : 'has no description';
  },
};
