import { type Finding, finding, type Rule } from '@treaty/findings';
import { startOf } from '@treaty/registry';
import type { RegistryCheck } from '../../context.ts';
import { documentOwners, firstOf, namesSomebody } from './documents.ts';

const rule: Rule = {
  id: 'codeowners/document-unowned',
  severity: 'warning',
  summary: 'Nobody owns a document of the registry.',
  why: 'Nobody can approve a change of it: the gate blocks it, whoever reviews.',
  fix: 'Give it a line in CODEOWNERS; `* @org/team` at the top covers whatever has none.',
};

/** Every document has owners. One finding a flow or entity; parties are told on their own. */
export const documentsAreOwned: RegistryCheck = {
  rules: [rule],
  findings: ({ head, owners }) => {
    if (owners === undefined || !namesSomebody(owners)) return [];
    return documentOwners(head, owners).flatMap(([{ title, file }, documents]): Finding[] => {
      const bare = documents.filter(({ line }) => line === undefined).map((one) => one.file);
      const [first] = bare;
      if (first === undefined) return [];
      const isAll = bare.length === documents.length;
      return [
        finding(rule, {
          message: isAll
            ? `Nobody owns ${title}: nobody can approve a change of it.`
            : `Of ${title} nobody owns ${firstOf(bare)}.`,
          location: startOf(isAll ? file : first),
          subject: title,
        }),
      ];
    });
  },
};
