import { escapeToken, isArray, isObject, type JsonObject, type JsonValue } from '@treaty/json';
import { type Dialect, isAtLeast, refReplacesSiblings } from './dialect.ts';
import { type Keyword, type KeywordForm, type KeywordRole, keyword } from './keywords.ts';

/** A subschema directly under a schema, and the keyword that holds it. */
export interface Applied {
  readonly keyword: string;
  readonly role: KeywordRole;
  /** Below the schema: `/properties/id`, `/not`, `/allOf/0`. */
  readonly path: string;
  readonly schema: JsonValue;
}

const TYPES: ReadonlySet<JsonValue> = new Set([
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
]);

/** Whether the schema is only its reference: `$ref` up to draft-07 makes its siblings meaningless. */
export function isOnlyReference(schema: JsonObject, dialect: Dialect): boolean {
  return (
    refReplacesSiblings(dialect) &&
    Object.hasOwn(schema, '$ref') &&
    typeof schema['$ref'] === 'string'
  );
}

/** The keywords of a schema that its dialect knows, siblings of a replacing `$ref` left out. */
export function keywordsOf(schema: JsonObject, dialect: Dialect): [string, Keyword][] {
  const names = isOnlyReference(schema, dialect) ? ['$ref'] : Object.keys(schema);
  return names.flatMap((name) => {
    const known = keyword(name, dialect);
    return known ? [[name, known] as [string, Keyword]] : [];
  });
}

/** The subschemas directly under a schema, by the keywords that its dialect knows, in document order. */
export function appliedBy(schema: JsonObject, dialect: Dialect): Applied[] {
  return keywordsOf(schema, dialect).flatMap(([name, { form, role }]) => {
    const value = schema[name] as JsonValue;
    const path = `/${escapeToken(name)}`;
    if (form === 'schema' || (form === 'schema-or-schemas' && !isArray(value)))
      return [{ keyword: name, role, path, schema: value }];
    if ((form === 'schemas' || form === 'schema-or-schemas') && isArray(value))
      return value.map((schema, i) => ({ keyword: name, role, path: `${path}/${i}`, schema }));
    if ((form === 'schema-map' || form === 'schema-or-strings-map') && isObject(value))
      return Object.entries(value)
        .filter(([, schema]) => form === 'schema-map' || !isArray(schema))
        .map(([key, schema]) => ({
          keyword: name,
          role,
          path: `${path}/${escapeToken(key)}`,
          schema,
        }));
    return [];
  });
}

/** Whether a keyword's value has the form that the keyword asks for; subschemas are judged on their own. */
export function isWellFormed(form: KeywordForm, value: JsonValue, dialect: Dialect): boolean {
  switch (form) {
    case 'schema':
    case 'value':
      return true;
    case 'schemas':
      return isArray(value) && value.length > 0;
    case 'schema-or-schemas':
      return isArray(value) || isSchema(value, dialect);
    case 'schema-map':
      return isObject(value);
    case 'schema-or-strings-map':
      return isObject(value) && Object.values(value).every((v) => !isArray(v) || isStrings(v));
    case 'strings-map':
      return isObject(value) && Object.values(value).every(isStrings);
    case 'number':
      return typeof value === 'number';
    case 'positive':
      return typeof value === 'number' && value > 0;
    case 'count':
      return Number.isInteger(value) && (value as number) >= 0;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'strings':
      return isStrings(value);
    case 'types':
      return TYPES.has(value) || (isArray(value) && value.every((type) => TYPES.has(type)));
    case 'list':
      return isArray(value);
  }
}

/** Objects are schemas, booleans from draft-06 on. */
export function isSchema(value: JsonValue, dialect: Dialect): boolean {
  return isObject(value) || (typeof value === 'boolean' && isAtLeast(dialect, 'draft-06'));
}

function isStrings(value: JsonValue): boolean {
  return isArray(value) && value.every((entry) => typeof entry === 'string');
}
