import { closeWriter, decide } from '@treaty/containment';
import { canonical, type JsonValue } from '@treaty/json';
import type { Question } from './compare.ts';

/** Whether two schemas let a producer send exactly the same payloads. Undecided counts as different. */
export async function sameAsSent(a: JsonValue, b: JsonValue, question: Question): Promise<boolean> {
  const [one, two] = question.writer === 'closed' ? [closeWriter(a), closeWriter(b)] : [a, b];
  if (canonical(one) === canonical(two)) return true;
  for (const [writer, reader] of [[one, two] as const, [two, one] as const]) {
    const verdict = await decide(writer, reader, { formats: question.formats });
    if (verdict.verdict !== 'contained') return false;
  }
  return true;
}
