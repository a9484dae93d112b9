import type { FlowCheck, RegistryCheck, VersionedCheck } from '../../context.ts';
import { writersCanSend } from './nothing-to-send.ts';
import { releasedFlowsStay, releasedVersionsUnchanged } from './released-versions.ts';
import { samplesKeepTheirWord } from './samples.ts';
import { sharedDefinitionsHold } from './shared-definitions.ts';
import { releasesHoldNoDrafts } from './shared-drafts.ts';

/** Whether versions keep their word: schemas, samples, and what was released. */
export const VERSION_CHECKS: {
  readonly registry: readonly RegistryCheck[];
  readonly flow: readonly FlowCheck[];
  readonly versioned: readonly VersionedCheck[];
} = {
  registry: [releasedFlowsStay, sharedDefinitionsHold],
  flow: [writersCanSend, samplesKeepTheirWord, releasedVersionsUnchanged],
  versioned: [releasesHoldNoDrafts],
};
