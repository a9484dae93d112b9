import { isArray, type JsonValue, type Pointer } from '@treaty/json';
import type { SchemaDocument } from './document.ts';
import { appliedTo, placeOf, tokensBetween } from './error-place.ts';
import type { ValidatorError } from './violation.ts';
import {
  allowedBy,
  didYouMean,
  either,
  meantOf,
  mismatch,
  shown,
  typesInWords,
  valuesInWords,
  type Words,
  wordsOf,
} from './violation-words.ts';

/** An error that is worth telling, and what it says. */
export interface Fault {
  readonly error: ValidatorError;
  readonly words: Words;
}

type Branch = readonly Fault[];

/** They only say that something failed which is listed itself. */
const FOLLOWING: ReadonlySet<string> = new Set(['if', 'propertyNames']);

/**
 * Errors in the order in which a validator met them, each choice (`anyOf`, `oneOf`, `contains`) reduced to
 * what is wrong in the branch that was meant. A choice's own error stands behind those of its branches.
 */
export function settled(
  errors: readonly ValidatorError[],
  document: SchemaDocument | undefined,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const error of errors) {
    if (FOLLOWING.has(error.keyword)) continue;
    const belongs = branchesOf(error, document);
    let start = faults.length;
    while (start > 0 && belongs.some((to) => to((faults[start - 1] as Fault).error))) start -= 1;
    const inside = faults.splice(start);
    const branches = belongs.map((to) => inside.filter((fault) => to(fault.error)));
    faults.push(...outcome(error, branches));
  }
  return faults;
}

/** For each branch of a choice, whether an error comes from it; none for what is no choice. */
function branchesOf(
  choice: ValidatorError,
  document: SchemaDocument | undefined,
): ((error: ValidatorError) => boolean)[] {
  switch (choice.keyword) {
    case 'contains':
      return [branch(choice, '', choice.schema, document)];
    case 'anyOf':
    case 'oneOf':
      return isArray(choice.schema as JsonValue)
        ? (choice.schema as JsonValue[]).map((schema, i) =>
            branch(choice, `/${i}`, schema, document),
          )
        : [];
    default:
      return [];
  }
}

/** By where the keyword of the error stands; the validator's path stops being of help at a reference. */
function branch(
  choice: ValidatorError,
  path: string,
  schema: unknown,
  document: SchemaDocument | undefined,
): (error: ValidatorError) => boolean {
  const reference = (schema as { readonly $ref?: unknown } | null)?.$ref;
  const prefixes = [
    `${choice.schemaPath}${path}/`,
    ...(reference === undefined ? [] : [`${String(reference)}/`]),
  ];
  const holder = document && placeOf(document, choice);
  const applied = new Map<string, ReadonlySet<Pointer>>();
  return (error) => {
    const tokens = tokensBetween(choice.instancePath, error.instancePath);
    if (tokens === undefined) return false;
    if (prefixes.some((prefix) => error.schemaPath.startsWith(prefix))) return true;
    const place = document && placeOf(document, error);
    if (holder === undefined || place === undefined) return false;
    const known =
      applied.get(error.instancePath) ??
      appliedTo(
        document as SchemaDocument,
        `${holder}/${choice.keyword}${path}`,
        choice.keyword === 'contains' ? tokens.slice(1) : tokens,
      );
    applied.set(error.instancePath, known);
    return known.has(place);
  };
}

function outcome(choice: ValidatorError, branches: readonly Branch[]): Branch {
  const failed = branches.filter((faults) => faults.length > 0);
  if (isArray(choice.params['passingSchemas'] as JsonValue)) return [told(choice, SEVERAL)];
  if (choice.keyword === 'contains' || failed.length === 0) return [told(choice)];
  const ofType = failed.filter((faults) => !faults.some((fault) => isWrongType(fault, choice)));
  if (ofType.length === 0) return [told(choice, noType(choice, failed))];
  const { meant, tag } = byTag(choice, ofType);
  return meant.length > 0 ? [...tag, ...fewest(choice, meant)] : tag;
}

const SEVERAL: Words = { message: 'Matches several of the alternatives; exactly one may hold.' };

function told(error: ValidatorError, words: Words = wordsOf(error)): Fault {
  return { error, words };
}

function isWrongType({ error }: Fault, choice: ValidatorError): boolean {
  return error.keyword === 'type' && error.instancePath === choice.instancePath;
}

function noType(choice: ValidatorError, branches: readonly Branch[]): Words {
  const types = branches
    .flat()
    .filter((fault) => isWrongType(fault, choice))
    .flatMap(({ error }) => [error.params['type']].flat().map(String));
  return mismatch(typesInWords([...new Set(types)]), shown(choice.data));
}

/**
 * Branches that differ in the value of one member (a tag, such as `type`) or of the whole: those whose
 * value is there, or nearly there, were meant; where none is, only the tag is wrong.
 */
function byTag(
  choice: ValidatorError,
  branches: readonly Branch[],
): { readonly meant: readonly Branch[]; readonly tag: Branch } {
  const place = tagPlace(choice, branches);
  if (place === undefined) return { meant: branches, tag: [] };
  const tagOf = (faults: Branch): Fault | undefined =>
    faults.find(({ error }) => error.instancePath === place && NAMED.includes(error.keyword));
  const tagged = branches.filter((faults) => tagOf(faults) === undefined);
  if (tagged.length > 0) return { meant: tagged, tag: [] };

  const { error } = tagOf(branches[0] as Branch) as Fault;
  const allowed = branches.map((faults) => allowedBy((tagOf(faults) as Fault).error));
  const meant = meantOf(error.data, allowed.flat());
  const words = mismatch(valuesInWords(allowed.flat()), shown(error.data), didYouMean(meant));
  return {
    tag: [told(place === choice.instancePath ? choice : error, words)],
    meant: branches
      .filter((_, i) => meant !== undefined && allowed[i]?.includes(meant))
      .map((faults) => faults.filter((fault) => fault !== tagOf(faults)))
      .filter((faults) => faults.length > 0),
  };
}

const NAMED: readonly string[] = ['const', 'enum'];

/** Where most branches want another constant. An enum may as well be an ordinary fault: two must have one. */
function tagPlace(choice: ValidatorError, branches: readonly Branch[]): Pointer | undefined {
  const votes = new Map<Pointer, number>();
  for (const { error } of branches.flat()) {
    const isNear = (tokensBetween(choice.instancePath, error.instancePath)?.length ?? 2) <= 1;
    if (!isNear || !NAMED.includes(error.keyword)) continue;
    votes.set(
      error.instancePath,
      (votes.get(error.instancePath) ?? 0) + (error.keyword === 'const' ? 1 : 0.5),
    );
  }
  const [first] = [...votes].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] >= 1 ? first[0] : undefined;
}

/**
 * The branch that needs the fewest corrections; where several do, what each of them asks for. Where all
 * lack the same member, perhaps the tag, it has to be there before more can be said.
 */
function fewest(choice: ValidatorError, branches: readonly Branch[]): Branch {
  const least = Math.min(...branches.map((faults) => faults.length));
  const nearest = branches.filter((faults) => faults.length === least);
  const lacking = (branches[0] ?? []).filter(
    ({ error, words }) =>
      error.keyword === 'required' &&
      branches.every((faults) => faults.some((fault) => fault.words.message === words.message)),
  );
  if (branches.length > 1 && lacking.length > 0) return lacking;
  if (nearest.length === 1) return nearest[0] as Branch;
  const only = nearest.flat().filter(({ error }) => error.instancePath === choice.instancePath);
  if (least > 1 || only.length < nearest.length) return [told(choice)];
  const expected = only.map(({ words }) => words.expected).filter((one) => one !== undefined);
  if (expected.length === only.length)
    return [told(choice, mismatch(either([...new Set(expected)]), shown(choice.data)))];
  const reasons = [...new Set(only.map(({ words }) => words.message.replace(/\.$/, '')))];
  return [told(choice, { message: `One of the alternatives must hold: ${either(reasons)}.` })];
}
