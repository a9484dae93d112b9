export { baselineOf } from './baseline.ts';
export type { CheckInput, JudgedDraft, OwnersFile } from './context.ts';
export { onePerson } from './rules/codeowners/people.ts';
export { checkRules } from './rules.ts';
export { type CheckResult, runChecks } from './run.ts';
export { waysOff } from './turning-off.ts';
export type { Waiving } from './waivers.ts';
