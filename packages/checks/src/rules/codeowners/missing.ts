import { finding, type Rule } from '@treaty/findings';
import { SETTINGS_FILE, startOf } from '@treaty/registry';
import type { RegistryCheck } from '../../context.ts';
import { namesSomebody } from './documents.ts';
import { placeIn } from './place.ts';

const rule: Rule = {
  id: 'codeowners/missing',
  severity: 'warning',
  summary: 'The repository has no CODEOWNERS file, or one that names nobody.',
  why: 'Who may approve a change is read from there and from nowhere else. Without it nobody can, and the gate blocks.',
  fix: 'Write .github/CODEOWNERS: a line for everything (`* @org/team`), then one for each party and each flow.',
};

/** There is somebody to ask. */
export const ownersAreNamed: RegistryCheck = {
  rules: [rule],
  findings: ({ owners }) => {
    if (owners === undefined || namesSomebody(owners) || owners.codeowners.problems.length > 0)
      return [];
    const location = owners.file === undefined ? startOf(SETTINGS_FILE) : placeIn(owners, 1);
    const message =
      owners.file === undefined
        ? 'The repository has no CODEOWNERS file: nobody can approve a change.'
        : 'CODEOWNERS names nobody: nobody can approve a change.';
    const fix =
      owners.file === undefined
        ? 'Write .github/CODEOWNERS, with a first line for everything: `* @org/team`.'
        : 'Begin it with a line for everything: `* @org/team`.';
    return [finding(rule, { message, location, fix })];
  },
};
