import { type Dialect, isAtLeast } from './dialect.ts';

/** What the value of a keyword looks like. */
export type KeywordForm =
  | 'schema'
  | 'schemas'
  | 'schema-or-schemas'
  | 'schema-map'
  | 'schema-or-strings-map'
  | 'strings-map'
  | 'number'
  | 'positive'
  | 'count'
  | 'boolean'
  | 'string'
  | 'strings'
  | 'types'
  | 'list'
  | 'value';

/**
 * Where a keyword's subschemas apply: to the same value (in place), to a part of it (child), to its
 * member names, or nowhere (a store of definitions).
 */
export type KeywordRole = 'in-place' | 'child' | 'name' | 'store' | 'assertion';

export interface Keyword {
  readonly form: KeywordForm;
  readonly role: KeywordRole;
}

type Row = [form: KeywordForm, role: KeywordRole, since?: Dialect, until?: Dialect];

// `definitions` and `$defs` are read in every dialect: neither asserts anything, and both are used in all.
const TABLE: Readonly<Record<string, readonly Row[]>> = {
  $defs: [['schema-map', 'store']],
  definitions: [['schema-map', 'store']],
  $ref: [['string', 'assertion']],
  $dynamicRef: [['string', 'assertion', '2020-12']],
  $recursiveRef: [['string', 'assertion', '2019-09', '2019-09']],

  type: [['types', 'assertion']],
  enum: [['list', 'assertion']],
  const: [['value', 'assertion', 'draft-06']],
  multipleOf: [['positive', 'assertion']],
  minimum: [['number', 'assertion']],
  maximum: [['number', 'assertion']],
  exclusiveMinimum: [
    ['boolean', 'assertion', 'draft-04', 'draft-04'],
    ['number', 'assertion', 'draft-06'],
  ],
  exclusiveMaximum: [
    ['boolean', 'assertion', 'draft-04', 'draft-04'],
    ['number', 'assertion', 'draft-06'],
  ],
  minLength: [['count', 'assertion']],
  maxLength: [['count', 'assertion']],
  pattern: [['string', 'assertion']],
  format: [['string', 'assertion']],
  minItems: [['count', 'assertion']],
  maxItems: [['count', 'assertion']],
  uniqueItems: [['boolean', 'assertion']],
  minContains: [['count', 'assertion', '2019-09']],
  maxContains: [['count', 'assertion', '2019-09']],
  minProperties: [['count', 'assertion']],
  maxProperties: [['count', 'assertion']],
  required: [['strings', 'assertion']],
  dependentRequired: [['strings-map', 'assertion', '2019-09']],

  allOf: [['schemas', 'in-place']],
  anyOf: [['schemas', 'in-place']],
  oneOf: [['schemas', 'in-place']],
  not: [['schema', 'in-place']],
  if: [['schema', 'in-place', 'draft-07']],
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
  then: [['schema', 'in-place', 'draft-07']],
  else: [['schema', 'in-place', 'draft-07']],
  dependentSchemas: [['schema-map', 'in-place', '2019-09']],
  dependencies: [['schema-or-strings-map', 'in-place', 'draft-04', 'draft-07']],

  properties: [['schema-map', 'child']],
  patternProperties: [['schema-map', 'child']],
  additionalProperties: [['schema', 'child']],
  unevaluatedProperties: [['schema', 'child', '2019-09']],
  propertyNames: [['schema', 'name', 'draft-06']],
  prefixItems: [['schemas', 'child', '2020-12']],
  items: [
    ['schema-or-schemas', 'child', 'draft-04', '2019-09'],
    ['schema', 'child', '2020-12'],
  ],
  additionalItems: [['schema', 'child', 'draft-04', '2019-09']],
  contains: [['schema', 'child', 'draft-06']],
  unevaluatedItems: [['schema', 'child', '2019-09']],
};

/** The keyword of that name in that dialect; undefined where the dialect does not know it (an annotation). */
export function keyword(name: string, dialect: Dialect): Keyword | undefined {
  if (!Object.hasOwn(TABLE, name)) return undefined;
  const row = TABLE[name]?.find(
    ([, , since = 'draft-04', until = '2020-12']) =>
      isAtLeast(dialect, since) && isAtLeast(until, dialect),
  );
  return row && { form: row[0], role: row[1] };
}
