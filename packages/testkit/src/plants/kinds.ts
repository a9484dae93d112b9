import { AGREEMENT_KINDS } from './in-agreements.ts';
import { COMPATIBILITY_KINDS } from './in-compatibility.ts';
import { DELIVERY_KINDS } from './in-delivery.ts';
import { DOCUMENT_KINDS } from './in-documents.ts';
import { IDENTITY_KINDS } from './in-identity.ts';
import { INCIDENT_KINDS } from './in-incident.ts';
import { LINT_KINDS } from './in-lints.ts';
import { NAME_KINDS } from './in-names.ts';
import { OWNER_KINDS } from './in-owners.ts';
import { PARTY_KINDS } from './in-parties.ts';
import { RECONCILE_KINDS } from './in-reconcile.ts';
import { RELEASE_KINDS } from './in-releases.ts';
import { SAMPLE_KINDS } from './in-samples.ts';
import { SCHEMA_KINDS } from './in-schemas.ts';
import { SILENCING_KINDS } from './in-silencing.ts';
import { TRUTH_KINDS } from './in-truth.ts';
import type { Kind } from './kind.ts';

/** Every kind of fault that is planted. */
export const KINDS: readonly Kind[] = [
  ...DOCUMENT_KINDS,
  ...NAME_KINDS,
  ...PARTY_KINDS,
  ...TRUTH_KINDS,
  ...AGREEMENT_KINDS,
  ...DELIVERY_KINDS,
  ...RECONCILE_KINDS,
  ...INCIDENT_KINDS,
  ...IDENTITY_KINDS,
  ...COMPATIBILITY_KINDS,
  ...SCHEMA_KINDS,
  ...LINT_KINDS,
  ...SAMPLE_KINDS,
  ...RELEASE_KINDS,
  ...OWNER_KINDS,
  ...SILENCING_KINDS,
];
