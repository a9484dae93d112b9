import { type Finding, finding } from '@treaty/findings';
import { canonical, type JsonValue } from '@treaty/json';
import { inRange, type Version, type Versioned } from '@treaty/registry';
import { type BrokenComparison, brokenFinding } from './broken-finding.ts';
import type { Comparison, Question } from './compare.ts';
import { impactOf } from './consumers.ts';
import { isOverstated, isUnderstated, type Judgement } from './judge.ts';
import { nextNumber } from './next-number.ts';
import { compatibilityRules } from './rules.ts';

/**
 * What a draft's judgement says to its author. A draft that opens a major may break what was before
 * it; any other break, and a number that does not fit the change, is a finding.
 */
export async function judgementFindings(
  flow: Versioned,
  judgement: Judgement,
  question: Question,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (!judgement.opensMajor) {
    for (const comparison of distinct(judgement.comparisons)) {
      findings.push(await comparisonFinding(flow, judgement, comparison, question));
    }
    findings.push(...meaningFindings(flow, judgement));
    if (isUnderstated(judgement) && judgement.class !== 'major')
      findings.push(numberFinding(flow, judgement));
  }
  if (isOverstated(judgement)) findings.push(numberFinding(flow, judgement));
  return findings;
}

/** Broken and undecided comparisons; where several versions are broken alike, the newest speaks for all. */
function distinct(comparisons: readonly Comparison[]): readonly BrokenComparison[] {
  const seen = new Map<string, BrokenComparison>();
  for (const { verdict, direction, other } of comparisons) {
    if (verdict.verdict === 'contained') continue;
    const what =
      verdict.verdict === 'undecided'
        ? verdict.reason
        : `${verdict.rejection.keyword} ${verdict.rejection.instance} ${verdict.rejection.member ?? ''}`;
    seen.set(`${direction} ${what}`, { verdict, direction, other });
  }
  return [...seen.values()];
}

async function comparisonFinding(
  flow: Versioned,
  { draft }: Judgement,
  comparison: BrokenComparison,
  question: Question,
): Promise<Finding> {
  const impact = await impactOf(comparison, draft, flow, question);
  return brokenFinding({ flow, draft, comparison, impact });
}

function meaningFindings(flow: Versioned, { draft, invariants, identity }: Judgement): Finding[] {
  const place = draft.semantics ?? draft.schema;
  const readersOf = (other: Version): readonly string[] =>
    flow.agreement.consumers
      .filter(({ reads }) =>
        reads.some(({ range }) => [draft, other].some(({ version }) => inRange(version, range))),
      )
      .map(({ party }) => party);
  const fix = (other: Version, mend = 'Restore'): string =>
    `${mend} it, or release the change as ${nextNumber(other.version, 'major')}.`;
  const newest = <T>(list: readonly { readonly other: Version; readonly change: T }[]) => [
    ...new Map(list.map((one) => [canonical(one.change as JsonValue), one])).values(),
  ];
  return [
    ...newest(invariants).map(({ other, change: { id, change } }) => {
      const index = (draft.meaning?.invariants ?? []).findIndex((one) => one.id === id);
      return finding(compatibilityRules.invariant, {
        message: `The invariant ${id} is ${change} in ${draft.version}, compared with ${other.version}.`,
        location: place.at(index < 0 ? '/invariants' : `/invariants/${index}`),
        affects: readersOf(other),
        fix: fix(other, change === 'added' ? 'Remove' : 'Restore'),
        subject: id,
      });
    }),
    ...newest(identity).map(({ other, change }) =>
      finding(compatibilityRules.identity, {
        message: `The ${change} of ${draft.version} differs from the one of ${other.version}.`,
        location: place.at(`/identity/${change}`),
        affects: readersOf(other),
        fix: fix(other),
        subject: change,
      }),
    ),
  ];
}

function numberFinding(flow: Versioned, judgement: Judgement): Finding {
  const { draft, declared, predecessor } = judgement;
  const rule = isUnderstated(judgement)
    ? compatibilityRules.understated
    : compatibilityRules.overstated;
  const number = nextNumber(predecessor?.version ?? '0.0.0', judgement.class);
  return finding(rule, {
    message: `The number of ${flow.id} ${draft.version} says ${declared}; compared with ${predecessor?.version} it is a ${judgement.class}.`,
    location: draft.schema.at(''),
    fix: `Call it ${number}.`,
  });
}
