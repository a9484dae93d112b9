import { readFileSync } from 'node:fs';
import { type Finding, finding } from '@treaty/findings';
import { escapeToken, type JsonValue, parsePointer } from '@treaty/json';
import { readSchema, type ValidatorError, type Violation, violationsOf } from '@treaty/schema';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { SourceDocument } from './document.ts';
import type { Documents } from './documents/types.ts';
import { registryRules } from './rules.ts';

export type DocumentKind = keyof Documents;

const compiled = new Map<DocumentKind, ValidateFunction>();

/** The JSON Schema of a kind of document, as it ships with this package. */
export function documentSchema(kind: DocumentKind): JsonValue {
  return JSON.parse(
    readFileSync(new URL(`../documents/${kind}.schema.json`, import.meta.url), 'utf8'),
  );
}

/**
 * Checks a document against the schema of its kind. `typed` is the value under its type, absent where
 * something other than an unknown key is wrong with it: what is left would be guesswork.
 */
export function typedDocument<K extends DocumentKind>(
  document: SourceDocument,
  kind: K,
): { readonly typed?: Documents[K]; readonly findings: readonly Finding[] } {
  const validate = validator(kind);
  if (validate(document.value))
    return { typed: document.value as unknown as Documents[K], findings: [] };
  const schema = readSchema(documentSchema(kind));
  const violations = violationsOf((validate.errors ?? []) as ValidatorError[], schema);
  const findings = violations.map((violation) => findingOf(document, violation));
  const usable = violations.every((violation) => violation.keyword === 'additionalProperties');
  return usable ? { typed: document.value as unknown as Documents[K], findings } : { findings };
}

function validator(kind: DocumentKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    ownProperties: true,
    // They ship with this package and are tested; the metaschema costs more than all of them.
    meta: false,
    validateSchema: false,
    // A run asks each a few dozen times; optimising the code costs more than it saves.
    code: { optimize: false },
  });
  const validate = ajv.compile(documentSchema(kind) as object);
  compiled.set(kind, validate);
  return validate;
}

function findingOf(document: SourceDocument, violation: Violation): Finding {
  const { instance, keyword, member, message, fix } = violation;
  const details = { subject: `${keyword} ${member ?? ''}`, ...(fix === undefined ? {} : { fix }) };
  if (keyword === 'additionalProperties' && member !== undefined) {
    return finding(registryRules.unknownKey, {
      message: `${JSON.stringify(member)} is no key that is known here.`,
      location: document.at(`${instance}/${escapeToken(member)}`, 'name'),
      ...details,
    });
  }
  const name = parsePointer(instance).at(-1) ?? '';
  return finding(registryRules.invalid, {
    message: name === '' ? message : `${name}: ${message}`,
    location: document.at(instance),
    ...details,
  });
}
