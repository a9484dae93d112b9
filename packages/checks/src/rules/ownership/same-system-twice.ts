import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import type { RegistryCheck } from '../../context.ts';

const rule: Rule = {
  id: 'ownership/same-system-twice',
  severity: 'error',
  summary: 'A truth is handed over from a system to the same system.',
  why: 'Origin and record, or the two sides of a cutover, are two systems. One of the names is a slip, and the system that was meant is not asked when the attribute changes.',
  fix: 'Correct the name that is wrong; if there is but one system, name it alone.',
};

/** Where the truth map names two systems, they are two. */
export const truthChangesHands: RegistryCheck = {
  rules: [rule],
  findings: ({ head }) =>
    [...head.entities.values()].flatMap(({ name, document, truth }) =>
      Object.entries(truth).flatMap(([key, entry]): Finding[] => {
        if (typeof entry === 'string') return [];
        const [from, to, last] =
          'now' in entry ? [entry.now, entry.next, 'next'] : [entry.origin, entry.record, 'record'];
        if (from !== to) return [];
        return [
          finding(rule, {
            message: `${key === '' ? name : `${key} of ${name}`} is handed over from ${from} to ${from}.`,
            location: document.at(formatPointer(['truth', key, last])),
          }),
        ];
      }),
    ),
};
