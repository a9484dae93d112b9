import { type Finding, finding } from '@treaty/findings';
import { compileInvariants, type InvariantProgram } from '@treaty/invariants';
import type { JsonValue } from '@treaty/json';
import type { Settings, SourceDocument, Version } from '@treaty/registry';
import type { SchemaDocument } from '@treaty/schema';
import { compileSchema, type SchemaValidator } from './compile-schema.ts';
import { ofInvariant, ofViolation, type PayloadError } from './payload-error.ts';
import { validationRules } from './rules.ts';

export interface VersionValidator {
  readonly schema: SchemaDocument;
  /** Everything that is wrong with a payload; invariants are asked where the schema accepts it. */
  validate(payload: JsonValue): readonly PayloadError[];
}

/** `validator` is absent where the schema cannot be compiled; the findings say why. */
export interface CompiledVersion {
  readonly validator?: VersionValidator;
  readonly findings: readonly Finding[];
}

/** Costs some milliseconds: keep the result for as long as the version. Pure. */
export function compileVersion(
  version: Version,
  settings: Pick<Settings, 'formats'>,
): CompiledVersion {
  const compiled = compileSchema(version.schema, settings);
  if (compiled.validator === undefined) return { findings: compiled.findings };
  const { schema } = compiled.validator;
  const invariants = version.meaning?.invariants ?? [];
  const { program, problems } = compileInvariants(invariants, schema);
  const findings = problems.map(({ index, id, message, place }) => {
    const at = place === undefined ? '' : ` (at ${place.line}:${place.column} of the expression)`;
    return finding(validationRules.invariantsNotCompilable, {
      message: `The invariant ${id} cannot be evaluated: ${message}${at}.`,
      location: (version.semantics as SourceDocument).at(`/invariants/${index}/cel`),
      subject: id,
    });
  });
  return {
    validator: versionValidator(compiled.validator, program),
    findings: [...compiled.findings, ...findings],
  };
}

function versionValidator(validator: SchemaValidator, program: InvariantProgram): VersionValidator {
  return {
    schema: validator.schema,
    validate(payload) {
      const violations = validator.validate(payload);
      return violations.length > 0
        ? violations.map(ofViolation)
        : program.evaluate(payload).map(ofInvariant);
    },
  };
}
