import type { ChangeClass } from '@treaty/registry';
import type { Demand } from './demand.ts';
import { unownedPaths } from './ownership.ts';
import { type Reason, reason } from './reason.ts';
import type { Seat } from './seats.ts';
import type { Snapshot } from './snapshot.ts';

const SIZE: Readonly<Record<ChangeClass, number>> = { patch: 0, minor: 1, major: 2 };

/** What blocks a pull request whoever approves it. */
export function obstacles(
  { branch, root, changes, codeowners }: Pick<Demand, 'branch' | 'root' | 'changes' | 'codeowners'>,
  { pullRequest, files, commits, openOnHead }: Snapshot,
  contractPaths: readonly string[],
  control: readonly Seat[],
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (files.length === 0) reasons.push(reason('no_changes', 'no file is changed'));
  if (pullRequest.draft) reasons.push(reason('draft', 'the pull request is a draft'));
  if (pullRequest.base.ref !== branch) {
    const message = `the base is ${JSON.stringify(pullRequest.base.ref)}, and only ${branch} is protected`;
    reasons.push(reason('base_not_protected', message));
  }
  const others = openOnHead.filter((number) => number !== pullRequest.number);
  if (others.length > 0) {
    const message = `a check belongs to a commit, and this head is also that of ${numbers(others)}`;
    reasons.push(reason('shared_head', message, openOnHead.join(',')));
  }
  if (commits.some(({ author, committer }) => author === null || committer === null)) {
    const message = 'a commit has an author or committer whom the forge does not know';
    reasons.push(reason('unattributed_commit', message));
  }
  for (const { flow, class: computed, declared } of changes) {
    if (declared === undefined || SIZE[declared] >= SIZE[computed]) continue;
    const message = `${flow} is declared ${declared}, but its change is ${computed}`;
    reasons.push(reason('bump_understated', message, flow));
  }
  const controlled = new Set(control.map(({ path }) => path));
  // An edit of a shared definition cannot hide behind the change of a flow.
  const isExplained = (path: string): boolean =>
    path.startsWith(`${root}/shared/`)
      ? changes.some(({ flow }) => path.startsWith(`${root}/${flow}/`))
      : changes.length > 0;
  const unexplained = contractPaths.filter((path) => !controlled.has(path) && !isExplained(path));
  if (unexplained.length > 0) {
    const message = `${JSON.stringify(unexplained[0])} is changed, but belongs to no contract change that was computed`;
    reasons.push(reason('contract_without_change', message, unexplained[0]));
  }
  return codeowners === undefined
    ? reasons
    : [...reasons, ...unownedPaths(codeowners, contractPaths)];
}

function numbers(pullRequests: readonly number[]): string {
  return pullRequests.map((number) => `#${number}`).join(', ');
}
