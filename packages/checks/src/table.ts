import type { EntityCheck, FlowCheck, RegistryCheck, VersionedCheck } from './context.ts';
import { partiesAreKnown } from './rules/agreement/known-parties.ts';
import { rangesAreMeant } from './rules/agreement/ranges.ts';
import { requiredSectionsAreThere } from './rules/agreement/required-sections.ts';
import { documentsAreOwned } from './rules/codeowners/document-unowned.ts';
import { linesAreRead } from './rules/codeowners/line-skipped.ts';
import { linesGiveOwners } from './rules/codeowners/line-without-owners.ts';
import { ownersAreNamed } from './rules/codeowners/missing.ts';
import { seatsHavePeople } from './rules/codeowners/one-person-twice.ts';
import { ownersAreAccounts } from './rules/codeowners/owner-by-email.ts';
import { partiesHavePeople } from './rules/codeowners/party-unowned.ts';
import { LINT_CHECKS } from './rules/lint/lints.ts';
import { truthIsAboutSomething } from './rules/ownership/attribute-unknown.ts';
import { entriesByHandHaveAFlow } from './rules/ownership/by-hand-flow-unknown.ts';
import { entriesByHandTravel } from './rules/ownership/by-hand-not-carried.ts';
import { copiesAreOfOthers } from './rules/ownership/copy-of-own.ts';
import { copiesExist } from './rules/ownership/copy-unknown.ts';
import { cutoversEnd } from './rules/ownership/cutover-overdue.ts';
import { cutoversAreReconciled } from './rules/ownership/cutover-without-routine.ts';
import { attributesAreMastered } from './rules/ownership/no-system-of-record.ts';
import { truthChangesHands } from './rules/ownership/same-system-twice.ts';
import { producersSendTheirOwn } from './rules/ownership/sent-not-owned.ts';
import { attributesHaveOneWriter } from './rules/ownership/two-writers.ts';
import { truthIsNotEchoed } from './rules/ownership/write-back-loop.ts';
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
  partiesAreKnown,
  releasedFlowsStay,
  sharedDefinitionsHold,
  truthChangesHands,
  entriesByHandHaveAFlow,
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
  attributesAreMastered,
  producersSendTheirOwn,
  attributesHaveOneWriter,
  truthIsNotEchoed,
  copiesAreOfOthers,
  truthIsAboutSomething,
  entriesByHandTravel,
  cutoversAreReconciled,
  cutoversEnd,
];

/** What is checked of every flow, beside the judgement of its drafts. */
export const FLOW_CHECKS: readonly FlowCheck[] = [
  rangesAreMeant,
  requiredSectionsAreThere,
  copiesExist,
  writersCanSend,
  samplesKeepTheirWord,
  releasedVersionsUnchanged,
  releasesHoldNoDrafts,
];

/** What is checked of every flow and of every shared definition. */
export const VERSIONED_CHECKS: readonly VersionedCheck[] = LINT_CHECKS;
