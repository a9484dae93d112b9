import { type Finding, finding, type Rule } from '@treaty/findings';
import { partyFile, startOf } from '@treaty/registry';
import type { RegistryCheck } from '../../context.ts';
import { namesSomebody, ownersIn } from './documents.ts';
import { placeIn } from './place.ts';

const rule: Rule = {
  id: 'codeowners/party-unowned',
  severity: 'error',
  summary: 'A party has no owners.',
  why: 'The owners of its file are its people. Without them its seat cannot be filled, and a change that it must approve never passes.',
  fix: 'Give its file a line in CODEOWNERS.',
};

/** Every party has people. */
export const partiesHavePeople: RegistryCheck = {
  rules: [rule],
  findings: ({ head, owners }) => {
    if (owners === undefined || !namesSomebody(owners)) return [];
    return [...head.parties.keys()].flatMap((party): Finding[] => {
      const file = partyFile(party);
      const { owners: named, line } = ownersIn(owners, file);
      if (named.length > 0) return [];
      const decides = { message: 'this line decides', location: placeIn(owners, line ?? 1) };
      return [
        finding(rule, {
          message: `Nobody owns ${file}: nobody can fill the seat of ${party}.`,
          location: startOf(file),
          related: line === undefined ? [] : [decides],
          fix: `Add a line to CODEOWNERS: /${owners.prefix}${file} @org/team`,
        }),
      ];
    });
  },
};
