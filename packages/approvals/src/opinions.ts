import { foldLogin, isBot, sameLogin } from './login.ts';
import type { Account, Review, Snapshot } from './snapshot.ts';

/** Why an approval does not count. */
export type Rejection =
  | 'bot_approval'
  | 'self_approval'
  | 'contributor_approval'
  | 'unbound_review'
  | 'stale'
  | 'permission';

/** What an account has to say in the end: the last of its reviews that decides. */
export interface Opinion {
  readonly review: Review;
  readonly login: string;
  readonly stance: 'approves' | 'refuses' | 'dismissed';
  /** Of an approval that does not count. */
  readonly rejection?: Rejection;
}

const STANCES: ReadonlyMap<string, Opinion['stance']> = new Map([
  ['APPROVED', 'approves'],
  ['CHANGES_REQUESTED', 'refuses'],
  ['DISMISSED', 'dismissed'],
]);

/** Whose approval cannot count, whoever owns what. */
export interface Involved {
  readonly author: Account;
  /** Authors and committers of the commits, in the form in which logins compare. */
  readonly contributors: ReadonlySet<string>;
}

export function involvedIn({
  pullRequest,
  commits,
}: Pick<Snapshot, 'pullRequest' | 'commits'>): Involved {
  const logins = commits.flatMap(({ author, committer }) => [author, committer]);
  return {
    author: pullRequest.author,
    contributors: new Set(logins.flatMap((login) => (login === null ? [] : foldLogin(login)))),
  };
}

/** One opinion for each account with a review that decides; comments and unsubmitted reviews change nothing. */
export function opinionsOf(
  reviews: readonly Review[],
  head: string,
  involved: Involved,
  canWrite: (login: string) => boolean,
): readonly Opinion[] {
  return lastDeciding(reviews).map((review) => {
    const { login } = review.account;
    const stance = STANCES.get(review.state) ?? 'dismissed';
    const rejection =
      stance === 'approves' ? rejectionOf(review, head, involved, canWrite) : undefined;
    return { review, login, stance, ...(rejection === undefined ? {} : { rejection }) };
  });
}

/** In the order of first appearance. Reviews of one id or one login are of one account. */
function lastDeciding(reviews: readonly Review[]): readonly Review[] {
  const keys = new Map<number, string>();
  const last = new Map<string, Review>();
  for (const review of reviews) {
    if (!STANCES.has(review.state)) continue;
    const key = keys.get(review.account.id) ?? foldLogin(review.account.login);
    keys.set(review.account.id, key);
    last.set(key, review);
  }
  return [...last.values()];
}

/** The first that holds, the graver before the lighter. */
function rejectionOf(
  { account, commit }: Review,
  head: string,
  { author, contributors }: Involved,
  canWrite: (login: string) => boolean,
): Rejection | undefined {
  if (isBot(account)) return 'bot_approval';
  if (account.id === author.id || sameLogin(account.login, author.login)) return 'self_approval';
  if (contributors.has(foldLogin(account.login))) return 'contributor_approval';
  if (commit === null) return 'unbound_review';
  if (commit !== head) return 'stale';
  return canWrite(account.login) ? undefined : 'permission';
}
