import { type Finding, finding, type Rule } from '@treaty/findings';
import { unreleasedUses } from '@treaty/registry';
import type { VersionedCheck } from '../../context.ts';

const sharedDraftRules: Readonly<Record<'draft', Rule>> = {
  draft: {
    id: 'shared/not-released',
    severity: 'error',
    summary: 'A version is released that holds a draft of a shared definition.',
    why: 'The draft may still change, and every change of it would change the released version with it.',
    fix: 'Release the shared definition first: `treaty release shared/<name>@<version>`.',
  },
};

/** What is released holds only what is released: shared definitions before whatever takes them. */
export const releasesHoldNoDrafts: VersionedCheck = {
  rules: Object.values(sharedDraftRules),
  findings: ({ flow }, { head }) =>
    flow.lock.flatMap(({ version }, index): Finding[] => {
      const released = flow.versions.find((one) => one.version === version);
      const [draft] = released === undefined ? [] : unreleasedUses(head, released);
      const location = flow.lockDocument?.at(`/${index}`);
      if (draft === undefined || location === undefined) return [];
      const message = `${flow.id} ${version} is released with ${draft}, which is a draft.`;
      return [finding(sharedDraftRules.draft, { message, location, subject: draft })];
    }),
};
