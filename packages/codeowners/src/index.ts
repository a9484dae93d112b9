export {
  type Codeowners,
  couldOwn,
  type Ownership,
  ownersOf,
  parseCodeowners,
} from './codeowners.ts';
export type { Problem, ProblemKind, Rule } from './line.ts';
export { findCodeowners } from './location.ts';
export { type OwnerKind, ownerKind } from './owner.ts';
export type { Pattern, Segment } from './pattern.ts';
