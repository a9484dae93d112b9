import type { EntityCheck, FlowCheck, RegistryCheck, VersionedCheck } from './context.ts';
import { AGREEMENT_CHECKS } from './rules/agreement/checks.ts';
import { documentsAreOwned } from './rules/codeowners/document-unowned.ts';
import { linesAreRead } from './rules/codeowners/line-skipped.ts';
import { linesGiveOwners } from './rules/codeowners/line-without-owners.ts';
import { ownersAreNamed } from './rules/codeowners/missing.ts';
import { seatsHavePeople } from './rules/codeowners/one-person-twice.ts';
import { ownersAreAccounts } from './rules/codeowners/owner-by-email.ts';
import { partiesHavePeople } from './rules/codeowners/party-unowned.ts';
import { DELIVERY_CHECKS } from './rules/delivery/checks.ts';
import { IDENTITY_CHECKS } from './rules/identity/checks.ts';
import { INCIDENT_CHECKS } from './rules/incident/checks.ts';
import { LINT_CHECKS } from './rules/lint/lints.ts';
import { OWNERSHIP_CHECKS } from './rules/ownership/checks.ts';
import { RECONCILE_CHECKS } from './rules/reconcile/checks.ts';
import { writersCanSend } from './rules/versions/nothing-to-send.ts';
import {
  releasedFlowsStay,
  releasedVersionsUnchanged,
} from './rules/versions/released-versions.ts';
import { samplesKeepTheirWord } from './rules/versions/samples.ts';
import { sharedDefinitionsHold } from './rules/versions/shared-definitions.ts';
import { releasesHoldNoDrafts } from './rules/versions/shared-drafts.ts';

/** What is checked of the registry as a whole. */
export const REGISTRY_CHECKS: readonly RegistryCheck[] = [
  ...AGREEMENT_CHECKS.registry,
  ...OWNERSHIP_CHECKS.registry,
  ...DELIVERY_CHECKS.registry,
  releasedFlowsStay,
  sharedDefinitionsHold,
  ownersAreNamed,
  linesAreRead,
  linesGiveOwners,
  partiesHavePeople,
  documentsAreOwned,
  ownersAreAccounts,
  seatsHavePeople,
];

/** What is checked of every entity, over its flows. */
export const ENTITY_CHECKS: readonly EntityCheck[] = [
  ...AGREEMENT_CHECKS.entity,
  ...OWNERSHIP_CHECKS.entity,
  ...RECONCILE_CHECKS.entity,
];

/** What is checked of every flow, beside the judgement of its drafts. */
export const FLOW_CHECKS: readonly FlowCheck[] = [
  ...AGREEMENT_CHECKS.flow,
  ...OWNERSHIP_CHECKS.flow,
  ...IDENTITY_CHECKS,
  ...DELIVERY_CHECKS.flow,
  ...RECONCILE_CHECKS.flow,
  ...INCIDENT_CHECKS,
  writersCanSend,
  samplesKeepTheirWord,
  releasedVersionsUnchanged,
  releasesHoldNoDrafts,
];

/** What is checked of every flow and of every shared definition. */
export const VERSIONED_CHECKS: readonly VersionedCheck[] = LINT_CHECKS;
