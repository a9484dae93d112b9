import type { JsonObject, JsonValue, Pointer } from '@treaty/json';
import {
  ASSERTED_FORMATS,
  type SchemaDocument,
  type ValidatorError,
  violationsOf,
} from '@treaty/schema';
import { Ajv, type ErrorObject, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats, { type FormatName } from 'ajv-formats';
import type { Rejection } from '../verdict.ts';
import { standalone } from './standalone.ts';

export interface AjvJudge {
  accepts(value: JsonValue): boolean;
  /** Why the value was rejected, if it was the last one judged. */
  rejection(): Rejection;
}

/** Compiles a schema with Ajv as its dialect demands. Throws what Ajv throws. */
export function ajvJudge(document: SchemaDocument, assertFormats: boolean): AjvJudge {
  const options: Options = {
    strict: false,
    logger: false,
    // Read and found well-formed before; and the metaschemas cost more than most schemas.
    meta: false,
    validateSchema: false,
    ownProperties: true,
    // The words of a rejection name the value.
    verbose: true,
    validateFormats: assertFormats,
  };
  const ajv = engine(document, options);
  // An OpenAPI keyword that Ajv reads in every dialect.
  ajv.removeKeyword('nullable');
  if (assertFormats) {
    const asserted = [...ASSERTED_FORMATS] as FormatName[];
    formats.default(ajv, { mode: 'full', formats: asserted });
  }
  const adapt = document.dialect === 'draft-04' ? strictLimits : (schema: JsonObject) => schema;
  const schema = standalone(document, { adapt });
  if (schema === undefined) throw new Error('references point beside other references');
  const validate = ajv.compile(schema as JsonObject | boolean);
  return {
    accepts: (value) => validate(value) === true,
    rejection: () => rejectionOf(validate.errors ?? []),
  };
}

function engine(document: SchemaDocument, options: Options): Ajv | Ajv2019 | Ajv2020 {
  switch (document.dialect) {
    case '2019-09':
      return new Ajv2019(options);
    case '2020-12':
      return new Ajv2020(options);
    case 'draft-04':
    case 'draft-06':
    case 'draft-07':
      return new Ajv(options);
  }
}

/** Draft-04 says by a boolean that a limit is excluded; Ajv reads the numbers of draft-06. */
function strictLimits(schema: JsonObject): JsonObject {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const limit = (name: string, strict: string, at?: JsonValue, excluded?: JsonValue): JsonObject =>
    at === undefined ? {} : { [excluded === true ? strict : name]: at };
  return {
    ...rest,
    ...limit('minimum', 'exclusiveMinimum', minimum, exclusiveMinimum),
    ...limit('maximum', 'exclusiveMaximum', maximum, exclusiveMaximum),
  };
}

/** The last error is the outermost: of a union it names the union, of anything else the keyword itself. */
function rejectionOf(errors: readonly ErrorObject[]): Rejection {
  const error = errors.at(-1);
  const [violation] = error === undefined ? [] : violationsOf([error as ValidatorError]);
  const { member, message = 'Is not accepted.' } = violation ?? {};
  return {
    instance: (error?.instancePath ?? '') as Pointer,
    schema: decodeURIComponent((error?.schemaPath ?? '#').replace(/^[^#]*#/, '')),
    keyword: error?.keyword ?? 'false schema',
    ...(member === undefined ? {} : { member }),
    message,
  };
}
