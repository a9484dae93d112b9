import type { EntityCheck, FlowCheck, RegistryCheck, VersionedCheck } from './context.ts';
import { AGREEMENT_CHECKS } from './rules/agreement/checks.ts';
import { CODEOWNERS_CHECKS } from './rules/codeowners/checks.ts';
import { DELIVERY_CHECKS } from './rules/delivery/checks.ts';
import { IDENTITY_CHECKS } from './rules/identity/checks.ts';
import { INCIDENT_CHECKS } from './rules/incident/checks.ts';
import { LINT_CHECKS } from './rules/lint/checks.ts';
import { OWNERSHIP_CHECKS } from './rules/ownership/checks.ts';
import { RECONCILE_CHECKS } from './rules/reconcile/checks.ts';
import { VERSION_CHECKS } from './rules/versions/checks.ts';

/** What is checked of the registry as a whole. */
export const REGISTRY_CHECKS: readonly RegistryCheck[] = [
  ...AGREEMENT_CHECKS.registry,
  ...OWNERSHIP_CHECKS.registry,
  ...DELIVERY_CHECKS.registry,
  ...VERSION_CHECKS.registry,
  ...CODEOWNERS_CHECKS,
];

/** What is checked of every entity, over its flows. */
export const ENTITY_CHECKS: readonly EntityCheck[] = [
  ...AGREEMENT_CHECKS.entity,
  ...OWNERSHIP_CHECKS.entity,
  ...RECONCILE_CHECKS.entity,
];

/** What is checked of every flow, beside the judgement of its drafts. */
export const FLOW_CHECKS: readonly FlowCheck[] = [
  ...AGREEMENT_CHECKS.flow,
  ...OWNERSHIP_CHECKS.flow,
  ...IDENTITY_CHECKS,
  ...DELIVERY_CHECKS.flow,
  ...RECONCILE_CHECKS.flow,
  ...INCIDENT_CHECKS,
  ...VERSION_CHECKS.flow,
];

/** What is checked of every flow and of every shared definition. */
export const VERSIONED_CHECKS: readonly VersionedCheck[] = [
  ...LINT_CHECKS,
  ...VERSION_CHECKS.versioned,
];
