import { finding, type Rule } from '@treaty/findings';
import type { RegistryCheck } from '../../context.ts';
import { documentOwners, firstOf, namesSomebody } from './documents.ts';
import { placeIn } from './place.ts';

const rule: Rule = {
  id: 'codeowners/line-without-owners',
  severity: 'warning',
  summary: 'A line of CODEOWNERS without owners takes documents from everybody.',
  why: 'The forge lets anybody merge there. The gate does not: it blocks, since nobody can approve.',
  fix: 'Name the owners on the line, or take it out.',
};

/** No line takes documents of the registry from everybody; parties are told on their own. */
export const linesGiveOwners: RegistryCheck = {
  rules: [rule],
  findings: ({ head, owners }) => {
    if (owners === undefined || !namesSomebody(owners)) return [];
    const byLine = new Map<number, string[]>();
    for (const { file, line, owners: named } of documentOwners(head, owners).flatMap(
      ([, documents]) => documents,
    )) {
      if (named.length > 0 || line === undefined) continue;
      byLine.set(line, [...(byLine.get(line) ?? []), file]);
    }
    return [...byLine].map(([line, files]) =>
      finding(rule, {
        message: `The line takes ${firstOf(files)} from everybody: nobody can approve a change there.`,
        location: placeIn(owners, line),
        subject: files[0] as string,
      }),
    );
  },
};
