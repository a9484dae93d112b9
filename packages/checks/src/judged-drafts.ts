import type { Judgement } from '@treaty/compatibility';
import { type CheckInput, sharedUnderCheck, underCheck } from './context.ts';
import { draftJudgements } from './rules/versions/draft-compatibility.ts';

/** The drafts of one flow or shared definition, each with its class and the verdicts behind it. */
export async function judgedDrafts(id: string, input: CheckInput): Promise<readonly Judgement[]> {
  const flow = input.head.flows.get(id);
  const shared = input.head.shared.get(id);
  const one =
    flow === undefined ? shared && sharedUnderCheck(shared, input) : underCheck(flow, input);
  return one === undefined ? [] : (await draftJudgements(one, input)).drafts;
}
