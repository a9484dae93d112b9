import type { Finding } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import type { SourceDocument } from '@treaty/registry';
import {
  isRegistryDialect,
  metaschemaOf,
  REGISTRY_DIALECTS,
  type RegistryDialect,
  readSchema,
  type SchemaDocument,
  type SchemaProblem,
  type SchemaProblemKind,
  type ValidatorError,
  type Violation,
  violationsOf,
} from '@treaty/schema';
import type { ValidateFunction } from 'ajv';
import { engine, metaschemaValidator } from './engine.ts';
import {
  brokenPatterns,
  costlyPatterns,
  notCompilable,
  type Obstacle,
  schemaInvalid,
  unknownFormats,
} from './schema-findings.ts';
import { undecided } from './undecided-violation.ts';
import { type UserPatterns, userPatterns } from './user-patterns.ts';

export type FormatMode = 'assert' | 'annotate';

export interface SchemaValidator {
  readonly schema: SchemaDocument;
  validate(value: JsonValue): readonly Violation[];
}

/** `validator` is absent where the schema cannot be used; the findings say why. */
export interface CompiledSchema {
  readonly validator?: SchemaValidator;
  readonly findings: readonly Finding[];
}

/**
 * Compiles the JSON Schema of a document by the dialect that its `$schema` names. Nothing is fetched, and
 * no schema, however hostile, throws. Costs some milliseconds: keep the result for as long as the document.
 */
export function compileSchema(
  document: SourceDocument,
  { formats }: { readonly formats: FormatMode },
): CompiledSchema {
  const schema = readSchema(document.value);
  const { dialect, problems } = schema;
  const unreadable = problems.filter(({ kind }) => UNREADABLE.has(kind));
  if (unreadable.length > 0)
    return { findings: unreadable.map((one) => notCompilable(document, ofRegistry(one))) };
  if (!isRegistryDialect(dialect)) return { findings: [notCompilable(document, DRAFT_04)] };

  const invalid = violations(metaschemaValidator(dialect, metaschemaOf(dialect)), document.value);
  // What the metaschema refuses, it says better.
  const others = invalid.length > 0 ? problems.filter(({ kind }) => !FORM.has(kind)) : problems;
  const findings = [
    ...invalid.map((violation) => schemaInvalid(document, violation)),
    ...[...others, ...brokenPatterns(schema)].map((one) => notCompilable(document, one)),
  ];
  if (findings.length > 0) return { findings };

  const patterns = userPatterns();
  const validate = compiled(document.value, dialect, formats === 'assert', patterns);
  if (typeof validate === 'string') {
    return { findings: [notCompilable(document, { pointer: '', message: validate })] };
  }
  return {
    validator: { schema, validate: (value) => decided(validate, value, schema, patterns) },
    findings: [
      ...(formats === 'assert' ? unknownFormats(document, schema) : []),
      ...costlyPatterns(document, schema),
    ],
  };
}

const UNREADABLE: ReadonlySet<SchemaProblemKind> = new Set([
  'dialect-unknown',
  'too-deep',
  'too-large',
]);
const FORM: ReadonlySet<SchemaProblemKind> = new Set(['not-a-schema', 'keyword-malformed']);
const READ = `a registry reads ${REGISTRY_DIALECTS.join(', ')}`;
const DRAFT_04: Obstacle = {
  pointer: '/$schema',
  message: `draft-04 is too old: ${READ} (what changed are id, exclusiveMinimum and exclusiveMaximum)`,
};

/** Containment alone reads more dialects than a registry. */
function ofRegistry({ kind, pointer, message }: SchemaProblem): Obstacle {
  return { pointer, message: kind === 'dialect-unknown' ? `${message}; ${READ}` : message };
}

function violations(
  validate: ValidateFunction,
  value: JsonValue,
  schema?: SchemaDocument,
): readonly Violation[] {
  if (validate(value)) return [];
  return violationsOf((validate.errors ?? []) as readonly ValidatorError[], schema);
}

/** Where patterns stay unanswered: what is wrong whether they match or not, and that they are undecided. */
function decided(
  validate: ValidateFunction,
  value: JsonValue,
  schema: SchemaDocument,
  patterns: UserPatterns,
): readonly Violation[] {
  const say = (): readonly Violation[] => violations(validate, value, schema);
  const unmatched = patterns.assuming(false, say);
  if (unmatched.unanswered.length === 0) return unmatched.result;
  const matched = patterns.assuming(true, say);
  const inBoth = new Set(matched.result.map((one) => JSON.stringify(one)));
  return [
    ...unmatched.result.filter((one) => inBoth.has(JSON.stringify(one))),
    ...unmatched.unanswered.map((one) => undecided(one, value, schema)),
  ];
}

/** The engine throws on what it cannot compile, and runs out of stack on schemas that nest without end. */
function compiled(
  root: JsonValue,
  dialect: RegistryDialect,
  validateFormats: boolean,
  patterns: UserPatterns,
): ValidateFunction | string {
  try {
    return engine(dialect, validateFormats, patterns).compile(
      root as boolean | Record<string, unknown>,
    );
  } catch (error) {
    return error instanceof RangeError ? 'the schema nests too deeply' : (error as Error).message;
  }
}
