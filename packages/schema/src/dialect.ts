import { type JsonValue, member } from '@treaty/json';

export type Dialect = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12';

/** Oldest first: the keyword table speaks of ranges in this order. */
export const DIALECTS: readonly Dialect[] = [
  'draft-04',
  'draft-06',
  'draft-07',
  '2019-09',
  '2020-12',
];

/** The dialects that a registry may be written in; what only reads schemas reads draft-04, too. */
export type RegistryDialect = Exclude<Dialect, 'draft-04'>;

export const REGISTRY_DIALECTS: readonly RegistryDialect[] = [
  'draft-06',
  'draft-07',
  '2019-09',
  '2020-12',
];

export function isRegistryDialect(dialect: Dialect): dialect is RegistryDialect {
  return dialect !== 'draft-04';
}

/** What a schema that names no `$schema` is read as. */
export const DEFAULT_DIALECT: Dialect = '2020-12';

/**
 * The dialect that `$schema` names: 2020-12 where it is absent, undefined where its URI is none of the
 * five metaschemas.
 */
export function dialectOf(schema: JsonValue): Dialect | undefined {
  const uri = member(schema, '$schema');
  if (uri === undefined) return DEFAULT_DIALECT;
  if (typeof uri !== 'string') return undefined;
  const found = /^https?:\/\/json-schema\.org\/(?:draft\/)?(.+?)\/schema#?$/.exec(uri)?.[1];
  return DIALECTS.find((dialect) => dialect === found);
}

export function isAtLeast(dialect: Dialect, least: Dialect): boolean {
  return DIALECTS.indexOf(dialect) >= DIALECTS.indexOf(least);
}

/** Up to draft-07 a `$ref` replaces the schema that it stands in; later it is a keyword among others. */
export function refReplacesSiblings(dialect: Dialect): boolean {
  return !isAtLeast(dialect, '2019-09');
}

/** The canonical URI of a dialect's metaschema, as `$schema` spells it. */
export function metaschemaOf(dialect: Dialect): string {
  return isAtLeast(dialect, '2019-09')
    ? `https://json-schema.org/draft/${dialect}/schema`
    : `http://json-schema.org/${dialect}/schema#`;
}
