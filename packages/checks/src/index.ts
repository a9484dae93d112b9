export { baselineOf } from './baseline.ts';
export type { CheckInput, OwnersFile } from './context.ts';
export { checkFolder, type FolderCheck, type FolderCheckInput } from './folder/check-folder.ts';
export { judgedDrafts } from './judged-drafts.ts';
export type { DraftReport, Looked, WaiverReport } from './part.ts';
export { onePerson } from './rules/codeowners/people.ts';
export { checkRules } from './rules.ts';
export { type CheckResult, conclude, runChecks } from './run.ts';
export { waysOff } from './turning-off.ts';
