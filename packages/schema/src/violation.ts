import type { Pointer } from '@treaty/json';
import { settled } from './choices.ts';
import type { SchemaDocument } from './document.ts';
import { placeOf } from './error-place.ts';

export { closest } from './closest.ts';

/** An error as Ajv and validators like it report it; the last three with Ajv's `verbose`. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The value of the keyword. */
  readonly schema?: unknown;
  /** The very object of the schema document that holds the keyword. */
  readonly parentSchema?: unknown;
  /** The offending value. */
  readonly data?: unknown;
}

/** One thing that is wrong with a value, in words that name it. */
export interface Violation {
  /** The offending value; for a missing member the object that lacks it. */
  readonly instance: Pointer;
  /** The keyword inside the schema: `#` and its pointer, or where it is not known, the validator's trace. */
  readonly schema: string;
  readonly keyword: string;
  /** The member that is missing or that should not be there. */
  readonly member?: string;
  /** A sentence, to be read after the name of the value. */
  readonly message: string;
  /** What was expected and what is there, in few words, where the message is made of these. */
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
}

/**
 * The errors of a validator that collects all of them (Ajv with `allErrors` and `verbose`), each fault
 * once: a choice (`anyOf`, `oneOf`) is reported by what is wrong in the branch that was meant, and a value
 * of the wrong type only by its type. With the document that was validated against, choices are
 * understood through references.
 */
export function violationsOf(
  errors: readonly ValidatorError[],
  document?: SchemaDocument,
): readonly Violation[] {
  const faults = settled(errors, document);
  const ofWrongType = new Set(
    faults.filter(({ error }) => error.keyword === 'type').map(({ error }) => error.instancePath),
  );
  const seen = new Set<string>();
  return faults.flatMap(({ error, words }) => {
    if (error.keyword !== 'type' && ofWrongType.has(error.instancePath)) return [];
    const said = JSON.stringify([error.instancePath, error.keyword, words.message]);
    if (seen.has(said)) return [];
    seen.add(said);
    const member = memberOf(error);
    const place = document && placeOf(document, error);
    return {
      instance: error.instancePath,
      schema: place === undefined ? error.schemaPath : `#${place}/${error.keyword}`,
      keyword: error.keyword,
      ...(member === undefined ? {} : { member }),
      ...words,
    };
  });
}

function memberOf({ params }: ValidatorError): string | undefined {
  const name =
    params['missingProperty'] ??
    params['additionalProperty'] ??
    params['unevaluatedProperty'] ??
    params['propertyName'];
  return typeof name === 'string' ? name : undefined;
}
