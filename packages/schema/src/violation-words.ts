import { isArray, isObject, type JsonValue } from '@treaty/json';
import { closest } from './closest.ts';
import type { ValidatorError } from './violation.ts';

/** What an error says to a person. `expected` and `actual` are short; together they make most messages. */
export interface Words {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
}

/** `Expected an integer, got "12.50".` */
export function mismatch(expected: string, actual: string, fix?: string): Words {
  const message = `Expected ${expected}, got ${actual}.`;
  return { message, expected, actual, ...(fix === undefined ? {} : { fix }) };
}

const TYPES: Readonly<Record<string, string>> = {
  null: 'null',
  boolean: 'true or false',
  integer: 'an integer',
  number: 'a number',
  string: 'a string',
  array: 'an array',
  object: 'an object',
};
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'a timestamp such as 2026-03-01T10:00:00Z',
  date: 'a date such as 2026-03-01',
  time: 'a time such as 10:00:00Z',
  duration: 'a duration such as P1DT12H',
  email: 'an e-mail address',
  hostname: 'a host name',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  uuid: 'a UUID',
  uri: 'a URI with its scheme',
  regex: 'a regular expression',
};

export function typesInWords(types: readonly string[]): string {
  return either(types.map((type) => TYPES[type] ?? type));
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const MAX_VALUES = 8;

export function valuesInWords(values: readonly JsonValue[]): string {
  if (values.length === 1) return shown(values[0] as JsonValue);
  const listed = values.slice(0, MAX_VALUES).map(shown).join(', ');
  const more = values.length - MAX_VALUES;
  return `one of ${listed}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The allowed text that was probably meant. */
export function meantOf(value: unknown, allowed: readonly JsonValue[]): string | undefined {
  const texts = allowed.filter((one) => typeof one === 'string');
  return typeof value === 'string' ? closest(value, texts) : undefined;
}

export function didYouMean(meant: string | undefined): string | undefined {
  return meant === undefined ? undefined : `Did you mean ${JSON.stringify(meant)}?`;
}

const MAX_SHOWN = 40;

/** A value on one line, cut at about 40 characters; arrays and objects only by their kind where longer. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const points = [...value.slice(0, MAX_SHOWN + 1)];
    return value.length <= MAX_SHOWN
      ? JSON.stringify(value)
      : `${JSON.stringify(points.slice(0, MAX_SHOWN - 1).join(''))}…`;
  }
  if (isArray(value as JsonValue)) {
    const list = value as readonly JsonValue[];
    return list.length === 0 ? 'an empty array' : `an array of ${counted(list.length, 'item')}`;
  }
  if (isObject(value as JsonValue)) return 'an object';
  return String(value);
}

export function wordsOf(error: ValidatorError): Words {
  const { keyword, params, data } = error;
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'type': {
      const types = [params['type']].flat().map(String);
      return mismatch(typesInWords(types), shown(data), unquote(types, data));
    }
    case 'enum':
    case 'const': {
      const allowed = allowedBy(error);
      return mismatch(valuesInWords(allowed), shown(data), didYouMean(meantOf(data, allowed)));
    }
    case 'required':
      return missing(error);
    case 'dependentRequired':
    case 'dependencies': {
      const asking = JSON.stringify(params['property']);
      return {
        message: `${JSON.stringify(params['missingProperty'])} is missing, which ${asking} asks for.`,
      };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return notAllowed(error);
    case 'pattern':
      return mismatch(`text that matches ${String(params['pattern'])}`, shown(data));
    case 'format': {
      const format = String(params['format']);
      return mismatch(FORMATS[format] ?? `text in the format ${format}`, shown(data));
    }
    case 'minimum':
      return mismatch(`at least ${limit}`, shown(data));
    case 'maximum':
      return mismatch(`at most ${limit}`, shown(data));
    case 'exclusiveMinimum':
      return mismatch(`more than ${limit}`, shown(data));
    case 'exclusiveMaximum':
      return mismatch(`less than ${limit}`, shown(data));
    case 'multipleOf':
      return mismatch(`a multiple of ${String(params['multipleOf'])}`, shown(data));
    case 'minLength':
      return length(`at least ${counted(limit, 'character')}`, data);
    case 'maxLength':
      return length(`at most ${counted(limit, 'character')}`, data);
    case 'minItems':
      return mismatch(`at least ${counted(limit, 'item')}`, size(data));
    case 'maxItems':
    case 'items':
    case 'additionalItems':
    case 'unevaluatedItems':
      return Number.isNaN(limit)
        ? { message: 'More items are not allowed here.' }
        : mismatch(`at most ${counted(limit, 'item')}`, size(data));
    case 'minProperties':
      return mismatch(`at least ${counted(limit, 'member')}`, size(data));
    case 'maxProperties':
      return mismatch(`at most ${counted(limit, 'member')}`, size(data));
    case 'uniqueItems': {
      const [first, second] = [Number(params['j']), Number(params['i'])].sort((a, b) => a - b);
      return { message: `Every item must differ; items ${first} and ${second} are equal.` };
    }
    case 'contains': {
      const { minContains = 1, maxContains } = params;
      const least = `at least ${counted(Number(minContains), 'item')}`;
      const most = maxContains === undefined ? '' : ` and at most ${String(maxContains)}`;
      return { message: `Expected ${least}${most} of the kind that "contains" describes.` };
    }
    case 'anyOf':
    case 'oneOf':
      return { message: 'Matches none of the alternatives.' };
    case 'not':
      return { message: `Expected something else, got ${shown(data)}: what "not" describes.` };
    case 'false schema':
      return { message: 'Nothing is allowed here.' };
    default:
      return { message: sentence(error.message ?? `violates ${keyword}`) };
  }
}

export function allowedBy({ keyword, params }: ValidatorError): readonly JsonValue[] {
  return keyword === 'const'
    ? [params['allowedValue'] as JsonValue]
    : (params['allowedValues'] as readonly JsonValue[]);
}

/** Of an object with very many members only the first are compared with the name that is missing. */
const MAX_COMPARED = 200;

/** A member that is there and not declared may be the missing one, misspelt. */
function missing({ params, data, parentSchema }: ValidatorError): Words {
  const name = String(params['missingProperty']);
  const declared = propertiesOf(parentSchema);
  const undeclared = Object.keys(data ?? {})
    .slice(0, MAX_COMPARED)
    .filter((one) => !declared.includes(one));
  const meant = declared.length > 0 ? closest(name, undeclared) : undefined;
  const message = `${JSON.stringify(name)} is missing.`;
  return meant === undefined
    ? { message }
    : { message, fix: `Rename ${JSON.stringify(meant)} to ${JSON.stringify(name)}.` };
}

function notAllowed({ params, data, parentSchema }: ValidatorError): Words {
  const name = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
  const absent = propertiesOf(parentSchema).filter((one) => !Object.hasOwn(data ?? {}, one));
  const fix = didYouMean(closest(name, absent));
  const message = `${JSON.stringify(name)} is not allowed here.`;
  return fix === undefined ? { message } : { message, fix };
}

function propertiesOf(schema: unknown): readonly string[] {
  const properties =
    isObject(schema as JsonValue) && (schema as { properties?: unknown }).properties;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function length(expected: string, data: unknown): Words {
  return mismatch(expected, `${[...String(data)].length}: ${shown(data)}`);
}

function size(data: unknown): string {
  const count = Object.keys(data as object).length;
  return count === 0 ? 'none' : String(count);
}

function unquote(types: readonly string[], data: unknown): string | undefined {
  const isNumeric = typeof data === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(data);
  const wanted =
    types.includes('number') || (types.includes('integer') && !String(data).includes('.'));
  return isNumeric && wanted ? 'Write the number without quotes.' : undefined;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
