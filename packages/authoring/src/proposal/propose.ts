import type { JsonObject, JsonValue } from '@treaty/json';
import { identityOf, type ProposedIdentity } from './identity.ts';
import { nothingSeen, observe } from './observation.ts';
import { shapeQuestions } from './questions.ts';
import { samplesOf } from './samples.ts';
import { schemaOf } from './schema-of.ts';

/** What a few payloads say about the first version of their flow. */
export interface Proposal {
  /** Accepts every one of the payloads. */
  readonly schema: JsonObject;
  readonly identity: ProposedIdentity;
  /** A few of the payloads, distinct, without personal data. */
  readonly samples: readonly JsonValue[];
  /** Names of the members at the root. */
  readonly members: readonly string[];
  /** What the payloads do not say, and only people know. */
  readonly questions: readonly string[];
}

/**
 * Proposes the first version of a flow from payloads. Facts go into the schema, guesses become questions:
 * the schema requires what every payload has, and lists no choices.
 */
export function propose(
  payloads: readonly JsonValue[],
  flow: { readonly entity: string; readonly flow: string; readonly title: string },
): Proposal {
  const seen = nothingSeen();
  for (const payload of payloads) observe(seen, payload);
  const identity = identityOf(payloads, seen, flow);
  const schema: JsonObject = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: flow.title,
    ...schemaOf(seen),
  };
  return {
    schema,
    identity,
    samples: samplesOf(payloads, schema),
    members: [...seen.members.keys()],
    questions: [...identity.questions, ...shapeQuestions(seen)],
  };
}
