import { type Finding, finding, type Rule } from '@treaty/findings';
import { seconds } from '@treaty/registry';
import type { FlowCheck } from '../../context.ts';

const rule: Rule = {
  id: 'delivery/deduplicate-too-short',
  severity: 'error',
  summary: 'Duplicates are recognised for less time than a payload may come again.',
  why: 'A payload may be tried for retry.within, and be replayed for deadLetter.keep after that. The replay of the last day would be applied a second time.',
  fix: 'Raise deduplicate.within to at least retry.within + deadLetter.keep, or shorten one of these.',
};

/** deduplicate.within is at least retry.within + deadLetter.keep. */
export const duplicatesAreRecognised: FlowCheck = {
  rules: [rule],
  findings: ({ flow }): Finding[] => {
    const { deduplicate, retry, deadLetter } = flow.agreement.delivery ?? {};
    const within = seconds(deduplicate?.within ?? '');
    const parts = [retry?.within, deadLetter?.keep].filter((part) => part !== undefined);
    const needed = parts.reduce((sum, part) => sum + (seconds(part) ?? 0), 0);
    if (within === undefined || within >= needed) return [];
    return [
      finding(rule, {
        message: `${flow.id} recognises duplicates for ${deduplicate?.within}, but a payload may come again for ${parts.join(' + ')}.`,
        location: flow.document.at('/delivery/deduplicate/within'),
      }),
    ];
  },
};
