import { createRequire } from 'node:module';
import { ASSERTED_FORMATS, type RegistryDialect } from '@treaty/schema';
import { Ajv, type AnySchemaObject, type Options, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { UserPatterns } from './user-patterns.ts';

const OPTIONS: Options = {
  allErrors: true,
  verbose: true,
  // Its strict mode refuses schemas that the specification allows.
  strict: false,
  logger: false,
  // The words are violationsOf's.
  messages: false,
  ownProperties: true,
  unicodeRegExp: true,
  // Metaschemas are asked separately: their faults have places.
  validateSchema: false,
};

/**
 * An engine of its own for every schema: identifiers of one document never reach another. Without `patterns`
 * those of the schema are trusted.
 */
export function engine(
  dialect: RegistryDialect,
  validateFormats: boolean,
  patterns?: UserPatterns,
): Ajv {
  const options = {
    ...OPTIONS,
    validateFormats,
    // Most schemas are compiled for a handful of samples; optimising the code costs more than it saves.
    code: { optimize: false, ...(patterns && { regExp: patterns.regExp }) },
  };
  const ajv = create(dialect, options);
  formats.default(ajv, { mode: 'full', formats: [...ASSERTED_FORMATS] as never });
  return ajv;
}

function create(dialect: RegistryDialect, options: Options): Ajv {
  switch (dialect) {
    case '2020-12':
      return new Ajv2020(options);
    case '2019-09':
      return new Ajv2019(options);
    case 'draft-07':
      return new Ajv({ ...options, ...REF_ALONE });
    case 'draft-06':
      return new Ajv({ ...options, ...REF_ALONE }).addMetaSchema(draft06());
  }
}

/** Required, since importing JSON prints a warning under Node 20. */
function draft06(): AnySchemaObject {
  const require = createRequire(import.meta.url);
  return require('ajv/dist/refs/json-schema-draft-06.json') as AnySchemaObject;
}

/** Up to draft-07 a `$ref` stands alone: what is beside it has no meaning. */
const REF_ALONE: Options = { ignoreKeywordsWithRef: true };

const metaschemas = new Map<RegistryDialect, ValidateFunction>();

/** The validator of a dialect's metaschema. Compiling one takes some 30 ms, so each is kept. */
export function metaschemaValidator(dialect: RegistryDialect, uri: string): ValidateFunction {
  const known = metaschemas.get(dialect);
  if (known !== undefined) return known;
  const validate = engine(dialect, true).getSchema(uri) as ValidateFunction;
  metaschemas.set(dialect, validate);
  return validate;
}
