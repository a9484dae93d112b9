import { judge, judgementFindings } from '@treaty/compatibility';
import type { Finding } from '@treaty/findings';
import type { CheckInput, FlowUnderCheck, JudgedDraft } from '../context.ts';

/** Every draft agrees with the live versions of its major in the required direction, and its number is honest. */
export async function draftJudgements(
  { flow, guard, released, question, drafts }: FlowUnderCheck,
  { today }: CheckInput,
): Promise<{ readonly drafts: readonly JudgedDraft[]; readonly findings: readonly Finding[] }> {
  const judged: JudgedDraft[] = [];
  const findings: Finding[] = [];
  for (const draft of drafts) {
    const judgement = await judge(draft, { guard, released, today, formats: question.formats });
    judged.push({ flow: flow.id, judgement });
    findings.push(...(await judgementFindings(guard, judgement, question)));
  }
  return { drafts: judged, findings };
}
