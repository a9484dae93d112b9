import type { FlowCheck, RegistryCheck } from '../../context.ts';
import { attemptsAreInProportion } from './attempts-out-of-proportion.ts';
import { burstsFitTheRate } from './burst-below-rate.ts';
import { confirmationsNameTheThing } from './confirm-without-key.ts';
import { confirmationsComeBack } from './confirm-wrong-way.ts';
import { deadLettersAreInTime } from './dead-letter-unordered.ts';
import { duplicatesAreRecognised } from './deduplicate-too-short.ts';
import { duplicatesCanBeTold } from './deduplicate-without-key.ts';
import { gapsEnd } from './gap-too-long.ts';
import { gapsAreBounded } from './gapless-without-order.ts';
import { gapsCanBeSeen } from './order-without-sequence.ts';
import { retriesAreSaid } from './retry-incomplete.ts';
import { retriesBackOff } from './retry-not-growing.ts';
import { retriesDoNotMultiply } from './retry-storm.ts';

/** Whether what an agreement promises of delivery adds up. */
export const DELIVERY_CHECKS: {
  readonly registry: readonly RegistryCheck[];
  readonly flow: readonly FlowCheck[];
} = {
  registry: [confirmationsComeBack, retriesDoNotMultiply],
  flow: [
    confirmationsNameTheThing,
    duplicatesAreRecognised,
    duplicatesCanBeTold,
    retriesAreSaid,
    retriesBackOff,
    attemptsAreInProportion,
    burstsFitTheRate,
    deadLettersAreInTime,
    gapsEnd,
    gapsCanBeSeen,
    gapsAreBounded,
  ],
};
