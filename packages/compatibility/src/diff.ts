import { decide, type Verdict } from '@treaty/containment';
import type { JsonValue } from '@treaty/json';
import type { ChangeClass } from '@treaty/registry';
import type { Question } from './compare.ts';
import { sameAsSent } from './same-payloads.ts';

/** Two schemas held against each other, in both directions. */
export interface SchemaDiff {
  /** Is every payload of the first accepted by the second? */
  readonly backward: Verdict;
  /** Is every payload of the second accepted by the first? */
  readonly forward: Verdict;
  /** Of the change from the first to the second, both directions being required. */
  readonly class: ChangeClass;
}

/** Compares the shapes alone; invariants and identity belong to versions, see `judge`. */
export async function diffSchemas(
  from: JsonValue,
  to: JsonValue,
  question: Question,
  seeds: { readonly from: readonly JsonValue[]; readonly to: readonly JsonValue[] } = {
    from: [],
    to: [],
  },
): Promise<SchemaDiff> {
  const backward = await decide(from, to, { ...question, seeds: seeds.from });
  const forward = await decide(to, from, { ...question, seeds: seeds.to });
  const contained = backward.verdict === 'contained' && forward.verdict === 'contained';
  if (!contained) return { backward, forward, class: 'major' };
  const same = await sameAsSent(from, to, question);
  return { backward, forward, class: same ? 'patch' : 'minor' };
}
