import type { FlowCheck, RegistryCheck } from './context.ts';
import { partiesAreKnown } from './rules/agreement/known-parties.ts';
import { rangesAreMeant } from './rules/agreement/ranges.ts';
import { requiredSectionsAreThere } from './rules/agreement/required-sections.ts';
import { LINT_CHECKS } from './rules/lint/lints.ts';
import { producersSendTheirOwn } from './rules/ownership/sent-not-owned.ts';
import { writersCanSend } from './rules/versions/nothing-to-send.ts';
import {
  releasedFlowsStay,
  releasedVersionsUnchanged,
} from './rules/versions/released-versions.ts';
import { samplesKeepTheirWord } from './rules/versions/samples.ts';

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
  ...LINT_CHECKS,
];
