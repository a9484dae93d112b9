export { type Exported, markdownPages } from './markdown-pages.ts';
export { portalRules } from './rules.ts';
