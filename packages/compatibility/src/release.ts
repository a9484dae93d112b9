import { digest, type JsonValue } from '@treaty/json';
import {
  entryDigest,
  type LockEntry,
  lockLine,
  type Version,
  type Versioned,
  versionDigest,
} from '@treaty/registry';
import type { Judgement } from './judge.ts';
import { touchedAttributes } from './touched.ts';

/** What releasing a draft writes. */
export interface ReleasePlan {
  readonly entry: LockEntry;
  /** To be appended to contract.lock. */
  readonly lockLine: string;
  /** To be put at the top of CHANGELOG.md, below its title. */
  readonly changelog: string;
}

/** Freezes a draft: its digest, its class and the verdict that it was released under. `today` in UTC. */
export function planRelease(flow: Versioned, judgement: Judgement, today: string): ReleasePlan {
  const { draft } = judgement;
  const last = flow.lock.at(-1);
  const entry: LockEntry = {
    version: draft.version,
    released: today,
    class: judgement.class,
    digest: versionDigest(draft),
    verdict: digest(verdictRecord(judgement)),
    ...(last === undefined ? {} : { previous: entryDigest(last) }),
  };
  return { entry, lockLine: lockLine(entry), changelog: changelogEntry(judgement, draft, today) };
}

/** The verdict as it is digested: all that the class follows from, so that it can be recomputed and held against the lock. */
function verdictRecord({
  class: computed,
  comparisons,
  invariants,
  identity,
}: Judgement): JsonValue {
  return {
    class: computed,
    comparisons: comparisons.map(({ direction, other, verdict }) => ({
      direction,
      with: other.version,
      verdict: verdict.verdict,
    })),
    invariants: invariants.map(({ other, change }) => ({ with: other.version, ...change })),
    identity: identity.map(({ other, change }) => ({ with: other.version, part: change })),
  };
}

function changelogEntry(
  { predecessor, class: computed }: Judgement,
  draft: Version,
  today: string,
): string {
  const head = `## ${draft.version} (${today})\n\n`;
  if (predecessor === undefined) return `${head}First version.\n`;
  const touched = touchedAttributes(predecessor, draft).map((pointer) => `\`${pointer || '/'}\``);
  const what = touched.length === 0 ? 'no attribute changes' : `touches ${touched.join(', ')}`;
  const article = computed === 'major' ? 'A major' : computed === 'minor' ? 'A minor' : 'A patch';
  return `${head}${article}, compared with ${predecessor.version}: ${what}.\n`;
}
