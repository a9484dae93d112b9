import { canonical, isArray, isObject, type JsonValue } from '@treaty/json';
import {
  ASSERTED_FORMATS,
  appliedBy,
  isOnlyReference,
  type JsonSchemaType,
  keyword as keywordIn,
  keywordsOf,
} from '@treaty/schema';
import type { Assertion, Constraint, Node } from './constraint.ts';
import { readItems, readMembers } from './read-parts.ts';
import { readReference } from './read-reference.ts';
import { bounds, type Reading } from './reading.ts';
import type { Schemas } from './schemas.ts';

/**
 * The constraints of a schema: dialects, `$ref` and keywords that speak together (properties,
 * patternProperties, additionalProperties …) are read here and nowhere else. Keywords that the dialect
 * does not know are annotations.
 */
export function readConstraints(schemas: Schemas, node: Node): readonly Constraint[] {
  const { schema } = node;
  if (typeof schema === 'boolean') return [];
  const known = new Set(keywordsOf(schema, node.dialect).map(([name]) => name));
  const reading: Reading = {
    schemas,
    node,
    schema,
    has: (keyword) => known.has(keyword),
    value: (keyword) => schema[keyword] as JsonValue,
    child: (path) => schemas.node(node.side, node.pointer + path),
    make: (keyword, assertion, parts = [], key = keyOf(assertion)) =>
      schemas.constraint(node, keyword, key, assertion, parts),
  };
  const references = ['$ref', '$dynamicRef', '$recursiveRef'].flatMap((name) =>
    reading.has(name) ? [readReference(reading, name)] : [],
  );
  if (isOnlyReference(schema, node.dialect)) return references;
  return [
    ...readAny(reading),
    ...readNumber(reading),
    ...readString(reading),
    ...readItems(reading),
    ...readMembers(reading),
    ...references,
    ...readApplicators(reading),
  ];
}

function keyOf(assertion: Assertion): string {
  const plain = Object.entries(assertion).filter(([, value]) => typeof value !== 'object');
  return plain.map(([name, value]) => `${name}=${String(value)}`).join(' ');
}

function readAny({ has, value, make }: Reading): Constraint[] {
  const found: Constraint[] = [];
  if (has('type')) {
    const type = value('type');
    const names = (isArray(type) ? type : [type]) as JsonSchemaType[];
    const types = new Set(names.flatMap((n) => (n === 'number' ? (['integer', n] as const) : [n])));
    found.push(make('type', { kind: 'types', types }, [], `types ${[...types].sort()}`));
  }
  for (const [name, values] of [
    ['enum', has('enum') ? value('enum') : []],
    ['const', has('const') ? [value('const')] : []],
  ] as const) {
    if (!has(name)) continue;
    const key = `values ${(values as JsonValue[]).map(canonical).sort().join()}`;
    found.push(make(name, { kind: 'values', values: values as JsonValue[] }, [], key));
  }
  return found;
}

function readNumber({ node, has, value, make }: Reading): Constraint[] {
  const found: Constraint[] = [];
  // Draft-04 says by a boolean beside the limit whether the limit itself is excluded.
  const beside = node.dialect === 'draft-04';
  for (const [kind, strict] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const limits: [string, boolean][] = [
      ...(has(kind) ? [[kind, beside && value(strict) === true] as [string, boolean]] : []),
      ...(has(strict) && !beside ? [[strict, true] as [string, boolean]] : []),
    ];
    for (const [name, exclusive] of limits)
      found.push(make(name, { kind, limit: value(name) as number, exclusive }));
  }
  if (has('multipleOf'))
    found.push(make('multipleOf', { kind: 'multiple', of: value('multipleOf') as number }));
  return found;
}

function readString(reading: Reading): Constraint[] {
  const { schemas, has, value, make } = reading;
  const found = bounds(reading, 'length', 'minLength', 'maxLength');
  if (has('pattern'))
    found.push(make('pattern', { kind: 'pattern', source: value('pattern') as string }));
  if (
    has('format') &&
    schemas.assertFormats &&
    ASSERTED_FORMATS.includes(value('format') as string)
  )
    found.push(make('format', { kind: 'format', name: value('format') as string }));
  return found;
}

function readApplicators({ node, schema, has, value, child, make }: Reading): Constraint[] {
  const found: Constraint[] = [];
  for (const [name, kind] of [
    ['allOf', 'all'],
    ['anyOf', 'any'],
    ['oneOf', 'one'],
  ] as const) {
    if (!has(name)) continue;
    const nodes = (value(name) as JsonValue[]).map((_, i) => child(`/${name}/${i}`));
    found.push(make(name, { kind, nodes }, nodes));
  }
  if (has('not')) {
    const negated = child('/not');
    found.push(make('not', { kind: 'not', negated }, [negated]));
  }
  if (has('if') && (has('then') || has('else'))) {
    const test = child('/if');
    const then = has('then') ? child('/then') : undefined;
    const otherwise = has('else') ? child('/else') : undefined;
    const parts = [test, then, otherwise].filter((part) => part !== undefined);
    const key = `if ${then !== undefined} ${otherwise !== undefined}`;
    found.push(make('if', { kind: 'if', test, then, otherwise }, parts, key));
  }
  for (const { keyword, path } of appliedBy(schema, node.dialect)) {
    if (keyword !== 'dependentSchemas' && keyword !== 'dependencies') continue;
    const name = path
      .slice(keyword.length + 2)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~');
    const then = child(path);
    found.push(make(keyword, { kind: 'if-present', name, then }, [then]));
  }
  for (const keyword of ['dependentRequired', 'dependencies']) {
    const map = keywordIn(keyword, node.dialect) && has(keyword) ? value(keyword) : {};
    for (const [name, needed] of Object.entries(isObject(map) ? map : {})) {
      for (const other of isArray(needed) ? (needed as string[]) : []) {
        const then = make(keyword, { kind: 'required', name: other });
        const key = `if-present ${JSON.stringify([name, other])}`;
        found.push(make(keyword, { kind: 'if-present', name, then }, [], key));
      }
    }
  }
  return found;
}
