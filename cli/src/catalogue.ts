import { authoringRules } from '@treaty/authoring';
import { checkRules } from '@treaty/checks';
import { codegenRules } from '@treaty/codegen';
import { compatibilityRules } from '@treaty/compatibility';
import { catalogue, type Rule } from '@treaty/findings';
import { portalRules } from '@treaty/portal';
import { evidenceRules, registryRules } from '@treaty/registry';
import { validationRules } from '@treaty/validation';
import { doctorRules } from './doctor/rules.ts';

/** Every rule that any command can report, by id. */
export const rules: ReadonlyMap<string, Rule> = catalogue(
  registryRules,
  evidenceRules,
  validationRules,
  compatibilityRules,
  checkRules,
  authoringRules,
  codegenRules,
  doctorRules,
  portalRules,
);
