export { compactJson } from './compact-json.ts';
export {
  type Finding,
  type FindingDetails,
  type FindingDirection,
  finding,
  type Location,
  type Related,
  sorted,
} from './finding.ts';
export { renderGithub } from './render-github.ts';
export { renderJson } from './render-json.ts';
export { countsInWords, plural, renderText } from './render-text.ts';
export { type Counts, failing, type Report, report } from './report.ts';
export { catalogue, helpOf, isAtLeast, type Rule, type Severity } from './rule.ts';
export { COLOUR, type Palette, PLAIN, plain } from './terminal.ts';
