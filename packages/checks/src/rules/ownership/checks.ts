import type { EntityCheck, FlowCheck, RegistryCheck } from '../../context.ts';
import { truthIsAboutSomething } from './attribute-unknown.ts';
import { entriesByHandHaveAFlow } from './by-hand-flow-unknown.ts';
import { entriesByHandTravel } from './by-hand-not-carried.ts';
import { copiesAreOfOthers } from './copy-of-own.ts';
import { copiesExist } from './copy-unknown.ts';
import { cutoversEnd } from './cutover-overdue.ts';
import { cutoversAreReconciled } from './cutover-without-routine.ts';
import { attributesAreMastered } from './no-system-of-record.ts';
import { truthChangesHands } from './same-system-twice.ts';
import { producersSendTheirOwn } from './sent-not-owned.ts';
import { attributesHaveOneWriter } from './two-writers.ts';
import { truthIsNotEchoed } from './write-back-loop.ts';

/** Which system is the truth for which attribute, and who sends it. */
export const OWNERSHIP_CHECKS: {
  readonly registry: readonly RegistryCheck[];
  readonly entity: readonly EntityCheck[];
  readonly flow: readonly FlowCheck[];
} = {
  registry: [truthChangesHands, entriesByHandHaveAFlow],
  entity: [
    attributesAreMastered,
    producersSendTheirOwn,
    attributesHaveOneWriter,
    truthIsNotEchoed,
    copiesAreOfOthers,
    truthIsAboutSomething,
    entriesByHandTravel,
    cutoversAreReconciled,
    cutoversEnd,
  ],
  flow: [copiesExist],
};
