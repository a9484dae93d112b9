import type { FlowCheck, RegistryCheck } from './context.ts';
import { partiesAreKnown } from './rules/known-parties.ts';
import { writersCanSend } from './rules/nothing-to-send.ts';
import { rangesAreMeant } from './rules/ranges.ts';
import { releasedFlowsStay, releasedVersionsUnchanged } from './rules/released-versions.ts';
import { requiredSectionsAreThere } from './rules/required-sections.ts';
import { samplesKeepTheirWord } from './rules/samples.ts';
import { producersSendTheirOwn } from './rules/truth.ts';

/** What is checked of the registry as a whole. */
export const REGISTRY_CHECKS: readonly RegistryCheck[] = [partiesAreKnown, releasedFlowsStay];

/** What is checked of every flow, beside the judgement of its drafts. */
export const FLOW_CHECKS: readonly FlowCheck[] = [
  rangesAreMeant,
  requiredSectionsAreThere,
  writersCanSend,
  producersSendTheirOwn,
  samplesKeepTheirWord,
  releasedVersionsUnchanged,
];
