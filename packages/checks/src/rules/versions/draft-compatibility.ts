import { type Judgement, judge, judgementFindings, newEntryFindings } from '@treaty/compatibility';
import type { Finding } from '@treaty/findings';
import type { Version, Versioned } from '@treaty/registry';
import type { CheckInput, UnderCheck } from '../../context.ts';

/**
 * Every draft agrees with the live versions of its major in the required direction, its number is honest,
 * and where the change releases it, the lock says so truly.
 */
export async function draftJudgements(
  one: UnderCheck<Versioned>,
  { today, against }: CheckInput,
): Promise<{ readonly drafts: readonly Judgement[]; readonly findings: readonly Finding[] }> {
  const { flow, base, question, drafts } = one;
  // The change that adopts Treaty brings a history that was not judged.
  const adopts = against !== undefined && against.base.settings.document === undefined;
  const judged: Judgement[] = [];
  const findings: Finding[] = [];
  for (const draft of drafts) {
    const { guard, released } = adopts ? one : before(draft, one);
    const judgement = await judge(draft, { guard, released, today, formats: question.formats });
    judged.push(judgement);
    findings.push(...(await judgementFindings(guard, judgement, question)));
    if (against === undefined || base === undefined) continue;
    findings.push(...newEntryFindings({ flow, judgement, since: against.since, today }));
  }
  return { drafts: judged, findings };
}

/** What a draft is held against: the base and, where the same change releases several, those before it. */
function before(
  draft: Version,
  { flow, guard, released }: UnderCheck<Versioned>,
): { readonly guard: Versioned; readonly released: ReadonlySet<string> } {
  const index = flow.lock.findIndex(({ version }) => version === draft.version);
  const earlier = flow.lock.slice(0, Math.max(index, 0)).map(({ version }) => version);
  const added = flow.versions.filter(
    ({ version }) => earlier.includes(version) && !released.has(version),
  );
  if (added.length === 0) return { guard, released };
  const versions = [...guard.versions, ...added].filter(
    (one, i, all) => all.findIndex(({ version }) => version === one.version) === i,
  );
  return { guard: { ...guard, versions }, released: new Set([...released, ...earlier]) };
}
