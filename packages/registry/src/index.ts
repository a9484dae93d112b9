export { type Scope, scopeOfChange, withRelated } from './change-scope.ts';
export { DEFAULT_APPROVALS } from './defaults.ts';
export { type ReadDocument, readDocument, type SourceDocument, startOf } from './document.ts';
export { type DocumentKind, documentSchema } from './document-schemas.ts';
export type {
  BaselineDocument,
  ContractDocument,
  Cutover,
  EntityDocument,
  HandedOver,
  LockDocument,
  PartyDocument,
  ReconcileRoutine,
  SemanticsDocument,
  TreatyDocument,
  Truth,
  Waiver,
} from './documents/types.ts';
export { addDays, seconds } from './durations.ts';
export { FlowMap } from './flow-map.ts';
export { type LoadedRegistry, type LoadOptions, loadRegistry } from './load-registry.ts';
export { brokenLink, entryDigest, lockLine, versionDigest } from './lock.ts';
export type {
  Agreement,
  ApprovalPolicy,
  ChangeClass,
  Compatibility,
  Consumer,
  Entity,
  Flow,
  LockEntry,
  Party,
  Read,
  Registry,
  Sample,
  SeatName,
  Settings,
  SharedDefinition,
  Version,
  Versioned,
} from './model.ts';
export { isEntityName, isName, partyFile } from './names.ts';
export { parseReference, type Reference, versionedOf, versionIn } from './reference.ts';
export { type Attempts, attemptsOf } from './retries.ts';
export { registryRules } from './rules.ts';
export { type Against, evidenceRules, openAgainst, unreadableBase } from './sources/against.ts';
export { openCommit, readCommitFile } from './sources/commit.ts';
export { contentIndex } from './sources/content-index.ts';
export {
  BASELINE_FILE,
  CODEOWNERS_FILES,
  type FileTree,
  type OtherKind,
  SCHEMAS,
  SETTINGS_FILE,
  treeOf,
} from './sources/file-tree.ts';
export { findRoot, type Listing, listFolder, openFolder } from './sources/folder.ts';
export { git } from './sources/git.ts';
export {
  type Commit,
  changedFiles,
  mergeBase,
  openRepository,
  type Repository,
  resolveCommit,
} from './sources/repository.ts';
export { leftOut } from './sources/sparse.ts';
export {
  liveVersions,
  newestLive,
  predecessor,
  readVersions,
  releasedVersions,
  type State,
  sameMajor,
  stateOn,
} from './states.ts';
export { unreleasedUses, withShared } from './take-shared.ts';
export { attributeOf, type Ownership, ownershipOf, placeOf } from './truth.ts';
export {
  compareVersions,
  declaredClass,
  inRange,
  isRange,
  isVersionName,
  majorOf,
} from './version-name.ts';
