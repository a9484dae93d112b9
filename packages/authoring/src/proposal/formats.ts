import { compileSchema, type SchemaValidator } from '@treaty/validation';

/** A timestamp without offset is no format of JSON Schema: it is recognised to be asked about. */
export type RecognisedFormat = 'date-time' | 'date' | 'uuid' | 'email' | 'uri' | 'local-date-time';

/** What a text of a format looks like, before its validator says whether it is one: most texts are none. */
const LOOKS: Readonly<Record<RecognisedFormat, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\d[Tt]\d\d:/,
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-/i,
  email: /^[^@\s]{1,64}@[^@\s]{1,255}$/,
  // Everything with a colon is a URI, identifiers such as erp:1001 among them.
  uri: /^https?:\/\/\S{1,4000}$/,
  'local-date-time': /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?$/,
};
const FORMATS = Object.keys(LOOKS) as readonly RecognisedFormat[];

/** The formats among `candidates` that a text has, as `formats: assert` understands them. */
export function recognised(
  text: string,
  candidates: Iterable<RecognisedFormat> = FORMATS,
): ReadonlySet<RecognisedFormat> {
  return new Set([...candidates].filter((format) => LOOKS[format].test(text) && has(text, format)));
}

function has(text: string, format: RecognisedFormat): boolean {
  if (format === 'local-date-time') return true;
  return validatorOf(format).validate(text).length === 0;
}

const validators = new Map<RecognisedFormat, SchemaValidator>();

/** The validator that payloads will meet; made once, since it is the same for all. */
function validatorOf(format: RecognisedFormat): SchemaValidator {
  const known = validators.get(format);
  if (known !== undefined) return known;
  const at = () => ({ file: '', line: 1, column: 1, pointer: '' });
  const { validator } = compileSchema({ file: '', value: { format }, at }, { formats: 'assert' });
  if (validator === undefined) throw new Error(`the format ${format} cannot be asserted`);
  validators.set(format, validator);
  return validator;
}
