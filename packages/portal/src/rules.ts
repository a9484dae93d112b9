import type { Rule } from '@treaty/findings';

/** What can be said about the exported pages. */
export const portalRules: Readonly<Record<'pageOutdated', Rule>> = {
  pageOutdated: {
    id: 'portal/page-outdated',
    severity: 'error',
    summary: 'An exported page is not what the registry says today.',
    why: 'People decide by what the page says: whom to ask, what to send, when a version ends.',
    fix: 'Run `treaty docs export --markdown` and commit what it writes. Never edit an exported page.',
  },
};
