/** Which verdict a reason leads to. An explanation stands beside a blocking reason and never alone. */
export type ReasonFamily = 'error' | 'block' | 'explanation' | 'pass';

const FAMILIES = {
  api: 'error',
  incomplete: 'error',
  head_moved: 'error',
  base_moved: 'error',
  bad_input: 'error',
  quoted_path: 'error',
  bad_path: 'error',
  path_not_nfc: 'error',
  no_codeowners: 'error',
  codeowners_too_large: 'error',
  codeowners_invalid: 'error',
  codeowners_ambiguous: 'error',
  email_owner_unresolved: 'error',
  team_lookup_failed: 'error',
  missing: 'block',
  quorum: 'block',
  changes_requested: 'block',
  unowned: 'block',
  unattributed_commit: 'block',
  bump_understated: 'block',
  contract_without_change: 'block',
  no_changes: 'block',
  draft: 'block',
  base_not_protected: 'block',
  shared_head: 'block',
  symlink_contract: 'block',
  submodule_contract: 'block',
  case_collision: 'block',
  bot_approval: 'explanation',
  self_approval: 'explanation',
  contributor_approval: 'explanation',
  unbound_review: 'explanation',
  stale: 'explanation',
  permission: 'explanation',
  dismissed: 'explanation',
  owner_unresolvable: 'explanation',
  not_applicable: 'pass',
} as const;

export type ReasonKind = keyof typeof FAMILIES;

export interface Reason {
  readonly kind: ReasonKind;
  /** What it is about: a seat, a login, a path, a team. May be a stranger's words: escape it where it is printed. */
  readonly parameter?: string;
  /** One sentence for people. */
  readonly message: string;
}

export function familyOf(kind: ReasonKind): ReasonFamily {
  return FAMILIES[kind];
}

export function reason(kind: ReasonKind, message: string, parameter?: string): Reason {
  return parameter === undefined ? { kind, message } : { kind, parameter, message };
}
