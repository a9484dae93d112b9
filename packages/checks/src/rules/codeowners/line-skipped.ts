import { couldOwn } from '@treaty/codeowners';
import { type Finding, finding, type Rule } from '@treaty/findings';
import type { RegistryCheck } from '../../context.ts';
import { documentGroups } from './documents.ts';
import { placeIn } from './place.ts';

const rule: Rule = {
  id: 'codeowners/line-skipped',
  severity: 'error',
  summary: 'A line of CODEOWNERS that may be about the registry cannot be read.',
  why: 'The forge skips it without a word, so that the line above decides: the approval comes from other people than those who are named.',
  fix: 'Write the line as the finding says.',
};

/** Every line that could own a document of the registry says what it means. */
export const linesAreRead: RegistryCheck = {
  rules: [rule],
  findings: ({ head, owners }) => {
    if (owners === undefined || owners.codeowners.problems.length === 0) return [];
    const { codeowners, prefix } = owners;
    const files = documentGroups(head).flatMap((group) => group.files);
    return codeowners.problems
      .filter((problem) => {
        if (problem.kind === 'Literal brackets') return false;
        if (problem.reach === undefined) return true;
        return files.some((file) => couldOwn(problem, prefix + file));
      })
      .map(({ kind, line, column, message, source, suggestion }): Finding => {
        const fix = suggestion === undefined ? {} : { fix: `Write ${suggestion}` };
        return finding(rule, {
          message: `${kind}: ${message}.`,
          location: placeIn(owners, line, column),
          subject: source,
          ...fix,
        });
      });
  },
};
