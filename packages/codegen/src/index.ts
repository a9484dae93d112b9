export { driftOf } from './drift.ts';
export { type GeneratedPackage, generatePackage } from './generate-package.ts';
export { codegenRules } from './rules.ts';
