import { isArray, isObject, type JsonObject, type JsonValue, member } from '@treaty/json';
import { DIALECTS, type Dialect } from '@treaty/schema';

const SPEAKING = ['$ref', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$schema'];

/**
 * A schema without constants that look like schemas. Hyperjump takes what it finds in `const` and `enum`
 * for references and identifiers, and would even go and fetch them; so such constants are said by
 * their structure.
 */
export function withoutSpeakingData(dialect: Dialect): (schema: JsonObject) => JsonObject {
  return (schema) => {
    const said = Object.keys(schema).filter(
      (name) => (name === 'const' || name === 'enum') && speaks(schema[name] as JsonValue),
    );
    if (said.length === 0) return schema;
    const rest = Object.entries(schema).filter(([name]) => !said.includes(name));
    const also = member(schema, 'allOf');
    const structures = said.map((name): JsonObject => {
      const value = schema[name] as JsonValue;
      const values = name === 'enum' && isArray(value) ? value : [value];
      return { anyOf: values.map((each) => exactly(each, dialect)) };
    });
    return { ...Object.fromEntries(rest), allOf: [...(isArray(also) ? also : []), ...structures] };
  };
}

function speaks(value: JsonValue): boolean {
  if (isArray(value)) return value.some(speaks);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, part]) => SPEAKING.includes(name) || speaks(part));
}

/** The schema of one value. */
function exactly(value: JsonValue, dialect: Dialect): JsonObject {
  if (isArray(value)) {
    const items = dialect === DIALECTS.at(-1) ? 'prefixItems' : 'items';
    const size = { type: 'array', minItems: value.length, maxItems: value.length };
    return value.length === 0
      ? size
      : { ...size, [items]: value.map((each) => exactly(each, dialect)) };
  }
  if (!isObject(value)) return { enum: [value] };
  const members = Object.entries(value).map(([name, part]) => [name, exactly(part, dialect)]);
  return {
    type: 'object',
    properties: Object.fromEntries(members),
    additionalProperties: false,
    ...(members.length > 0 ? { required: Object.keys(value) } : {}),
  };
}
