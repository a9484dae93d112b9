import { parseCodeowners } from '@treaty/codeowners';
import { isObject, type JsonObject, type JsonValue } from '@treaty/json';
import type { ChangeClass } from '@treaty/registry';
import {
  type ChangeToApprove,
  type Demand,
  demandOf,
  readSnapshot,
  type Snapshot,
} from '../src/index.ts';
import shop from './scenarios/shop.json' with { type: 'json' };

/** A case, told by how it differs from the shop: the state in which everybody who must has approved. */
export interface Scenario {
  readonly title: string;
  /** Lines of the base's file; null: it has none. */
  readonly codeowners?: readonly string[] | null;
  /** Lines put after those of the shop. */
  readonly moreCodeowners?: readonly string[];
  readonly changes?: readonly (Partial<ChangeToApprove> & { readonly class?: ChangeClass })[];
  readonly approvals?: Partial<Record<ChangeClass, readonly never[]>>;
  readonly quorum?: Readonly<Record<string, number>>;
  /** Paths of modified files, or whole entries. */
  readonly files?: readonly (string | JsonObject)[];
  /** Changed files as git tells them, where they differ from the snapshot's. */
  readonly paths?: readonly string[];
  /** Account, state, and the commit: the head, unless `earlier` or null. */
  readonly reviews?: readonly (readonly [string, string, ('earlier' | null)?])[];
  /** RFC 7396: members replace, null removes. */
  readonly snapshot?: JsonObject;
  /** Replacement members of the listed teams and permissions. */
  readonly expect: { readonly verdict: string; readonly reasons: readonly string[] };
}

export const EARLIER: string = 'e'.repeat(40);

export function demandIn(scenario: Scenario): Demand {
  const lines = scenario.codeowners ?? [...shop.codeowners, ...(scenario.moreCodeowners ?? [])];
  const codeowners = parseCodeowners(lines.join('\n'));
  const changes = (scenario.changes ?? [{}]).map(
    (change) => ({ ...shop.change, ...change }) as ChangeToApprove,
  );
  const settings = {
    approvals: { ...shop.approvals, ...scenario.approvals } as never,
    quorum: scenario.quorum ?? {},
    branch: 'main',
  };
  const owned = scenario.codeowners === null ? undefined : codeowners;
  const { paths } = scenario;
  return { ...demandOf(changes, settings, owned), ...(paths === undefined ? {} : { paths }) };
}

export function snapshotOf(scenario: Scenario): Snapshot {
  const given: JsonObject = {
    ...shop.snapshot,
    ...(scenario.files && { files: scenario.files.map(fileOf) }),
    ...(scenario.reviews && { reviews: scenario.reviews.map(reviewOf) }),
  };
  const counted = withCounts(given);
  const read = readSnapshot(merge(counted, scenario.snapshot ?? {}));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.snapshot;
}

function fileOf(file: string | JsonObject): JsonObject {
  return typeof file === 'string' ? { path: file, status: 'modified' } : file;
}

function reviewOf(
  [login, state, commit]: NonNullable<Scenario['reviews']>[number],
  position: number,
): JsonObject {
  const id = (shop.accounts as Record<string, number>)[login.toLowerCase()] ?? 900 + position;
  return {
    id: 100 + position,
    account: { login, id, type: 'User' },
    state,
    commit: commit === undefined ? shop.snapshot.pullRequest.head.sha : commit && EARLIER,
    submittedAt: '2026-03-02T09:00:00Z',
  };
}

/** The pull request states as many files as are listed, until a scenario says otherwise. */
function withCounts(given: JsonObject): JsonObject {
  const files = given['files'] as readonly JsonValue[];
  return merge(given, { pullRequest: { changedFiles: files.length } }) as JsonObject;
}

function merge(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const result: Record<string, JsonValue> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = merge(result[name], value);
  }
  return result;
}
