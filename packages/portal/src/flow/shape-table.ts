import { isArray, isObject, type JsonObject } from '@treaty/json';
import { attributeOf, type Flow, type State } from '@treaty/registry';
import { type Attribute, readSchema, type SchemaDocument, shapeOf } from '@treaty/schema';
import { code, type Markdown, section, table, text } from '../markdown.ts';
import type { Newest } from '../newest.ts';
import { recordOf } from '../record.ts';
import type { Source } from '../source.ts';

/** What more people scroll past than read. */
const MAX_ROWS = 500;
const MAX_VALUES = 8;
/** Types of JSON, the integers among the numbers. */
const ALL_TYPES = 6;

const REMARKS: Readonly<Partial<Record<State, Markdown>>> = {
  draft: 'This version is a draft: it may still change.',
  draining: 'This version is no longer sent.',
  retired: 'This version is no longer sent.',
};

/** What a payload of the newest version looks like, an attribute a line. */
export function shapeSection(
  { registry, today }: Source,
  flow: Flow,
  { version, state }: Newest,
): Markdown {
  const schema = readSchema(version.schema.value);
  const attributes = shapeOf(schema).attributes.filter(({ pointer }) => pointer !== '');
  const entity = registry.entities.get(flow.entity);
  const rows = attributes.slice(0, MAX_ROWS).map((attribute) => {
    const schemas = schemasOf(schema, attribute);
    const { pointer, required } = attribute;
    return [
      code(pointer),
      typeOf(attribute, schemas),
      required ? 'yes' : '',
      meaningOf(schemas),
      recordOf(entity, attributeOf(flow, version.version, pointer), today),
    ];
  });
  const more = attributes.length - rows.length;
  return section(
    `## Shape of ${version.version}`,
    REMARKS[state],
    table(['attribute', 'type', 'required', 'meaning', 'record'], rows) ??
      'Its schema describes no attributes.',
    more > 0 ? `There are ${more} more attributes, which only the schema lists.` : undefined,
  );
}

function schemasOf(document: SchemaDocument, { schemas }: Attribute): readonly JsonObject[] {
  return schemas
    .map((pointer) => document.subschemas.get(pointer)?.schema)
    .filter((schema): schema is JsonObject => isObject(schema));
}

function typeOf({ types }: Attribute, schemas: readonly JsonObject[]): Markdown {
  const values = schemas.map(valuesOf);
  const isListed = schemas.every((schema, i) => values[i] !== undefined || !('type' in schema));
  const listed = [...new Set(values.flatMap((some) => some ?? []).map((one) => code(one)))];
  if (isListed && listed.length > 0) return shortened(listed);
  if (types.length >= ALL_TYPES) return 'anything';
  const formats = schemas
    .map((schema) => schema['format'])
    .filter((format) => typeof format === 'string');
  return [types.join(' or '), ...new Set(formats.map(text))].join(', ');
}

/** The values that a schema lists, as JSON. */
function valuesOf(schema: JsonObject): readonly string[] | undefined {
  if (schema['const'] !== undefined) return [JSON.stringify(schema['const'])];
  const values = schema['enum'];
  return isArray(values) ? values.map((value) => JSON.stringify(value)) : undefined;
}

function shortened(values: readonly Markdown[]): Markdown {
  const more = values.length - MAX_VALUES;
  return [...values.slice(0, MAX_VALUES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/**
 * The nearest description: what stands beside a reference says more than what is referred to. Of alternatives that
 * list their values, which tell them apart, all.
 */
function meaningOf(schemas: readonly JsonObject[]): Markdown {
  const alternatives = schemas.filter((schema) => valuesOf(schema) !== undefined);
  const described = (alternatives.length > 1 ? alternatives : schemas)
    .map((schema) => schema['description'])
    .filter((description) => typeof description === 'string')
    .map(text);
  return (alternatives.length > 1 ? [...new Set(described)] : described.slice(0, 1)).join(' / ');
}
