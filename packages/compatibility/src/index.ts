export { type ChangeInput, type FlowChange, flowChanges } from './changes.ts';
export { type Comparison, compare, type Direction, type Question, seedsOf } from './compare.ts';
export { type Impact, impactOf } from './consumers.ts';
export { diffSchemas, type SchemaDiff } from './diff.ts';
export {
  isOverstated,
  isUnderstated,
  type Judgement,
  type Judging,
  judge,
  type MeaningChange,
} from './judge.ts';
export { judgementFindings } from './judgement-findings.ts';
export { type NewEntry, newEntryFindings } from './lock-entries.ts';
export type { IdentityPart, InvariantChange } from './meaning.ts';
export { nextNumber } from './next-number.ts';
export { project } from './projection.ts';
export { planRelease, type ReleasePlan } from './release.ts';
export { type Held, releasedFindings } from './released.ts';
export { compatibilityRules } from './rules.ts';
export { touchedAttributes } from './touched.ts';
