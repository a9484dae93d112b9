import { type Finding, finding, type Rule } from '@treaty/findings';
import { member } from '@treaty/json';
import type { FlowCheck } from '../../context.ts';

const sectionRules: Readonly<Record<'missing', Rule>> = {
  missing: {
    id: 'agreement/section-missing',
    severity: 'error',
    summary: 'A released flow lacks a section that the registry requires.',
    why: 'Retries, drift and incidents are decided before they happen, or at 3 a.m. by whoever is awake.',
    fix: 'Write the section into contract.yaml, or take it out of `require` in treaty.yaml.',
  },
};

/** Every released flow has the sections that treaty.yaml requires, itself: what `defaults` fill in is no decision about the flow. */
export const requiredSectionsAreThere: FlowCheck = {
  rules: Object.values(sectionRules),
  findings: ({ flow }, { head, against }) => {
    const { require } = (against?.base ?? head).settings;
    if (flow.lock.length === 0) return [];
    return require
      .filter((section) => (member(flow.document.value, section) ?? null) === null)
      .map((section): Finding => {
        const message = `${flow.id} is released and has no \`${section}\`, which the registry requires.`;
        return finding(sectionRules.missing, {
          message,
          location: flow.document.at(''),
          subject: section,
        });
      });
  },
};
