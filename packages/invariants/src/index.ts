export { compileInvariants } from './compile.ts';
export { HELPER_FUNCTIONS, type HelperFunction } from './helpers.ts';
export type {
  Invariant,
  InvariantFailure,
  InvariantProblem,
  InvariantProgram,
} from './invariant.ts';
