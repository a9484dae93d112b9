import { isObject, type JsonValue, type Pointer } from '@treaty/json';

/** An error as Ajv and validators like it report it. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The object that holds the keyword, where the validator gives it (Ajv's `verbose`). */
  readonly parentSchema?: unknown;
}

/** One thing that is wrong with a value, in words that name it. */
export interface Violation {
  /** The offending value; for a missing member the object that lacks it. */
  readonly instance: Pointer;
  /** The keyword inside the schema, as the validator traces it (`#/properties/total/minimum`). */
  readonly schema: string;
  readonly keyword: string;
  /** The member that is missing or that should not be there. */
  readonly member?: string;
  readonly message: string;
  readonly fix?: string;
}

/**
 * The errors of a validator that collects all of them, without those that only repeat others: a choice
 * (`anyOf`, `oneOf`, `if`) is reported by what is wrong inside of it where only one branch comes near.
 */
export function violationsOf(errors: readonly ValidatorError[]): readonly Violation[] {
  return errors.filter((error) => !isRepeated(error, errors)).map(violationOf);
}

const CHOICES: ReadonlySet<string> = new Set(['anyOf', 'oneOf']);
/** They only say that something below failed, which is listed itself. */
const WRAPPERS: ReadonlySet<string> = new Set(['if', 'propertyNames', 'contains']);

function isRepeated(error: ValidatorError, errors: readonly ValidatorError[]): boolean {
  if (WRAPPERS.has(error.keyword)) {
    return errors.some((other) => other !== error && other.schemaPath.startsWith(parentOf(error)));
  }
  const choice = errors.find(
    (other) => CHOICES.has(other.keyword) && error.schemaPath.startsWith(`${other.schemaPath}/`),
  );
  if (choice !== undefined) return nearest(choice, errors) !== branchOf(error, choice);
  return CHOICES.has(error.keyword) && nearest(error, errors) !== undefined;
}

function parentOf(error: ValidatorError): string {
  return `${error.schemaPath.slice(0, error.schemaPath.lastIndexOf('/'))}/`;
}

/** The branch of a choice whose errors all lie deeper than the value itself: the one that was meant. */
function nearest(choice: ValidatorError, errors: readonly ValidatorError[]): string | undefined {
  const inside = errors.filter((error) => error.schemaPath.startsWith(`${choice.schemaPath}/`));
  const branches = new Set(inside.map((error) => branchOf(error, choice)));
  const near = [...branches].filter((branch) =>
    inside
      .filter((error) => branchOf(error, choice) === branch)
      .every(
        (error) =>
          error.instancePath.length > choice.instancePath.length || error.keyword === 'required',
      ),
  );
  return near.length === 1 ? near[0] : undefined;
}

function branchOf(error: ValidatorError, choice: ValidatorError): string {
  return error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] as string;
}

function violationOf(error: ValidatorError): Violation {
  const member = memberOf(error);
  const fix = fixOf(error, member);
  return {
    instance: error.instancePath,
    schema: error.schemaPath,
    keyword: error.keyword,
    ...(member === undefined ? {} : { member }),
    message: messageOf(error, member),
    ...(fix === undefined ? {} : { fix }),
  };
}

function memberOf({ params }: ValidatorError): string | undefined {
  const name =
    params['missingProperty'] ??
    params['additionalProperty'] ??
    params['unevaluatedProperty'] ??
    params['propertyName'];
  return typeof name === 'string' ? name : undefined;
}

function messageOf(error: ValidatorError, member: string | undefined): string {
  const name = JSON.stringify(member);
  const values = (list: unknown): string =>
    (list as JsonValue[]).map((v) => JSON.stringify(v)).join(', ');
  switch (error.keyword) {
    case 'required':
      return `${name} is missing.`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return member === undefined
        ? 'Other members are not allowed here.'
        : `${name} is not allowed here.`;
    case 'enum':
      return `Expected one of ${values(error.params['allowedValues'])}.`;
    case 'const':
      return `Expected ${JSON.stringify(error.params['allowedValue'])}.`;
    case 'type':
      return `Expected ${[error.params['type']].flat().join(' or ')}.`;
    case 'pattern':
      return `Does not match the pattern ${String(error.params['pattern'])}.`;
    case 'format':
      return `Is no ${String(error.params['format'])}.`;
    case 'false schema':
      return 'Nothing is allowed here.';
    default:
      return sentence(error.message ?? `Violates ${error.keyword}`);
  }
}

function fixOf(error: ValidatorError, member: string | undefined): string | undefined {
  const parent = error.parentSchema as JsonValue | undefined;
  if (error.keyword === 'additionalProperties' && member !== undefined && isObject(parent)) {
    const declared = isObject(parent['properties']) ? Object.keys(parent['properties']) : [];
    const meant = closest(member, declared);
    return meant === undefined ? undefined : `Did you mean ${JSON.stringify(meant)}?`;
  }
  return undefined;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

/** The candidate that is at most a third of its letters away from `word` (edit distance), if any. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= 3 && word.length <= 100)
    .map((candidate) => ({
      candidate,
      distance: editDistance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
