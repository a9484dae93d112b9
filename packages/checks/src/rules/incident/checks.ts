import type { FlowCheck } from '../../context.ts';
import { gatesMeetTheObjective } from './advance-below-objective.ts';
import { stepsFollowOneAnother } from './escalation-unordered.ts';
import { doneIsDone } from './follow-up-done-in-future.ts';
import { followUpsAreDone } from './follow-up-overdue.ts';
import { gatesAreAboveHalts } from './gate-below-halt.ts';
import { stagesAreJudgedAlone } from './measured-beyond-hold.ts';
import { objectivesLeaveABudget } from './no-error-budget.ts';
import { somebodyIsCalledAtOnce } from './nobody-called-at-once.ts';
import { noReturnIsAStage } from './stage-unknown.ts';
import { stagesRise } from './stages-unordered.ts';

/** Whether thresholds, stages and steps can be met, and promises were kept. */
export const INCIDENT_CHECKS: readonly FlowCheck[] = [
  objectivesLeaveABudget,
  stepsFollowOneAnother,
  somebodyIsCalledAtOnce,
  stagesRise,
  noReturnIsAStage,
  gatesAreAboveHalts,
  stagesAreJudgedAlone,
  gatesMeetTheObjective,
  followUpsAreDone,
  doneIsDone,
];
