import type { RegistryCheck } from '../../context.ts';
import { documentsAreOwned } from './document-unowned.ts';
import { linesAreRead } from './line-skipped.ts';
import { linesGiveOwners } from './line-without-owners.ts';
import { ownersAreNamed } from './missing.ts';
import { seatsHavePeople } from './one-person-twice.ts';
import { ownersAreAccounts } from './owner-by-email.ts';
import { partiesHavePeople } from './party-unowned.ts';

/** Whether CODEOWNERS gives everything people who can approve a change of it. */
export const CODEOWNERS_CHECKS: readonly RegistryCheck[] = [
  ownersAreNamed,
  linesAreRead,
  linesGiveOwners,
  partiesHavePeople,
  documentsAreOwned,
  ownersAreAccounts,
  seatsHavePeople,
];
