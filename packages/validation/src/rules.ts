import type { Rule } from '@treaty/findings';
import { REGISTRY_DIALECTS } from '@treaty/schema';

type Name =
  | 'malformed'
  | 'payloadInvalid'
  | 'payloadInvariant'
  | 'schemaInvalid'
  | 'schemaNotCompilable'
  | 'unknownFormat'
  | 'patternCostly'
  | 'invariantsNotCompilable';

/** What can be wrong with payloads, and with the schemas and invariants that they are validated against. */
export const validationRules: Readonly<Record<Name, Rule>> = {
  malformed: {
    id: 'payload/malformed',
    severity: 'error',
    summary: 'A payload is no JSON text, or one that programs read differently.',
    why: 'A receiver would refuse it, or silently keep one of two members of the same name.',
    fix: 'Mend the text at the place given; better, write payloads with a JSON library.',
  },
  payloadInvalid: {
    id: 'payload/invalid',
    severity: 'error',
    summary: 'A payload is not what the schema of its version describes.',
    why: 'Consumers rely on the schema: they may refuse the payload, or read it wrongly.',
    fix: 'Correct the payload, or whatever writes it. If the schema is wrong, make a new version.',
  },
  payloadInvariant: {
    id: 'payload/invariant',
    severity: 'error',
    summary: 'A payload has the right shape, but breaks an invariant of its version.',
    why: 'Consumers calculate with what an invariant promises: sums, orders in time, unique lines.',
    fix: 'Correct the values. The invariant stands in semantics.yaml of the version.',
  },
  schemaInvalid: {
    id: 'schema/invalid',
    severity: 'error',
    summary: 'A schema uses a keyword in a form that its dialect of JSON Schema does not allow.',
    why: 'Validators disagree on what such a schema means, or refuse to use it.',
    fix: 'Correct the keyword; `$schema` names the dialect whose rules hold.',
  },
  schemaNotCompilable: {
    id: 'schema/not-compilable',
    severity: 'error',
    summary: 'A schema cannot be turned into a validator.',
    why: 'Nothing can be validated against it: a reference leads nowhere, a pattern is no regular expression, or the dialect is not supported.',
    fix: `Correct the place given. References stay inside of the document; a registry reads ${REGISTRY_DIALECTS.join(', ')}.`,
  },
  unknownFormat: {
    id: 'schema/unknown-format',
    severity: 'warning',
    summary: 'A schema names a format that is not asserted, although the registry asserts formats.',
    why: 'Readers of the schema believe that the value is checked, and nothing checks it.',
    fix: 'Say what is meant by a pattern or an enum, or use a format of JSON Schema.',
  },
  patternCostly: {
    id: 'schema/pattern-costly',
    severity: 'warning',
    summary: 'A pattern can take exponential time on a text made for it.',
    why: 'Most validators run patterns on an engine that backtracks: one message can keep a consumer busy for hours. Treaty bounds its own, and calls undecided what it cannot answer.',
    fix: 'Rewrite it without repetition or choice inside of repetition: ^(a+)+$ is ^a+$, and words between spaces are ^\\w+( \\w+)*$.',
  },
  invariantsNotCompilable: {
    id: 'invariants/not-compilable',
    severity: 'error',
    summary: 'An invariant is no expression that can be evaluated.',
    why: 'An invariant that nobody can evaluate promises nothing.',
    fix: 'Correct the CEL at the place given. The payload is `this`: write this.total, not total.',
  },
};
