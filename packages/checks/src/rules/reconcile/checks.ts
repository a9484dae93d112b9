import type { EntityCheck, FlowCheck } from '../../context.ts';
import { routinesMatchEveryRow } from './attribute-optional.ts';
import { routinesCompareSomething } from './attribute-unknown.ts';
import { oneSideIsRight } from './no-side-masters.ts';
import { repairsNameTheThing } from './repair-without-key.ts';
import { mismatchesAreClaimedInTime } from './respond-after-resolve.ts';
import { rowsHaveSettled } from './settle-too-short.ts';
import { sidesTakePart } from './side-without-part.ts';
import { statesExist } from './state-unknown.ts';
import { routinesFitTheTypes } from './type-unfit.ts';

/** Whether routines can be run, and find what they are to find. */
export const RECONCILE_CHECKS: {
  readonly entity: readonly EntityCheck[];
  readonly flow: readonly FlowCheck[];
} = {
  entity: [statesExist, sidesTakePart, oneSideIsRight],
  flow: [
    routinesCompareSomething,
    routinesMatchEveryRow,
    routinesFitTheTypes,
    rowsHaveSettled,
    mismatchesAreClaimedInTime,
    repairsNameTheThing,
  ],
};
