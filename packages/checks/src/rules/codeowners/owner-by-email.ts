import { ownerKind } from '@treaty/codeowners';
import { type Finding, finding, type Rule } from '@treaty/findings';
import { partyFile } from '@treaty/registry';
import type { RegistryCheck } from '../../context.ts';
import { documentOwners, ownersIn } from './documents.ts';
import { placeIn } from './place.ts';

const rule: Rule = {
  id: 'codeowners/owner-by-email',
  severity: 'warning',
  summary: 'A document is owned by an e-mail address.',
  why: 'No forge tells which account an address belongs to, so that its approval is not recognised and the gate stops with an error.',
  fix: 'Name the account or the team: @login, @org/team.',
};

/** Owners can be recognised. One finding a line that decides for a document. */
export const ownersAreAccounts: RegistryCheck = {
  rules: [rule],
  findings: ({ head, owners }) => {
    if (owners === undefined) return [];
    const lines = new Map<number, string>();
    const documents = [
      ...[...head.parties.keys()].map((party) => ownersIn(owners, partyFile(party))),
      ...documentOwners(head, owners).flatMap(([, owned]) => owned),
    ];
    for (const { owners: named, line } of documents) {
      const address = named.find((owner) => ownerKind(owner) === 'email');
      if (address !== undefined && line !== undefined) lines.set(line, address);
    }
    return [...lines].map(([line, address]): Finding => {
      const message = `${address} is an e-mail address: which account it belongs to, nobody knows.`;
      return finding(rule, { message, location: placeIn(owners, line), subject: address });
    });
  },
};
