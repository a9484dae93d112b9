import { canonical, isArray, type JsonValue, member } from '@treaty/json';
import { appliedBy, keywordsOf } from '@treaty/schema';
import type { Constraint, Node } from './constraint.ts';
import { bounds, type Reading } from './reading.ts';

const UNIONS_OF_ANNOTATIONS = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'dependentSchemas',
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
];

/** Constraints of arrays. */
export function readItems(reading: Reading): Constraint[] {
  const { has, value, child, make } = reading;
  const found: Constraint[] = [];
  const listed = ['prefixItems', 'items'].find((name) => has(name) && isArray(value(name)));
  const prefix = listed
    ? (value(listed) as JsonValue[]).map((_, i) => child(`/${listed}/${i}`))
    : [];
  const restKeyword = listed === 'items' ? 'additionalItems' : 'items';
  const open = !has(restKeyword);
  // Items that `contains` has seen count as evaluated from 2020-12 on.
  const unevaluated = open && has('unevaluatedItems') && value('unevaluatedItems') !== true;
  const beyond = unevaluated && (sees(reading) || has('contains'));
  if (beyond) found.push(opaque(reading, 'unevaluatedItems'));
  const rest = !open
    ? child(`/${restKeyword}`)
    : unevaluated && !beyond
      ? child('/unevaluatedItems')
      : undefined;
  if (prefix.length > 0 || rest) {
    const parts = rest ? [...prefix, rest] : prefix;
    const key = `items ${prefix.length}`;
    const keyword = listed ?? (open ? 'unevaluatedItems' : restKeyword);
    found.push(make(keyword, { kind: 'items', prefix, rest }, parts, key));
  }
  found.push(...bounds(reading, 'size', 'minItems', 'maxItems'));
  if (has('uniqueItems') && value('uniqueItems') === true)
    found.push(make('uniqueItems', { kind: 'unique' }));
  if (has('contains')) {
    const least = has('minContains') ? (value('minContains') as number) : 1;
    const most = has('maxContains') ? (value('maxContains') as number) : undefined;
    const item = child('/contains');
    if (least > 0 || most !== undefined)
      found.push(make('contains', { kind: 'contains', item, least, most }, [item]));
  }
  return found;
}

/** Constraints of objects. */
export function readMembers(reading: Reading): Constraint[] {
  const { has, value, child, make } = reading;
  const found: Constraint[] = [];
  const paths = appliedBy(reading.schema, reading.node.dialect);
  const of = (keyword: string): [string, Node][] => {
    const names = has(keyword) ? Object.keys(value(keyword) as object) : [];
    const nodes = paths.filter((path) => path.keyword === keyword).map(({ path }) => child(path));
    return names.map((name, i) => [name, nodes[i] as Node]);
  };
  const named = new Map(of('properties'));
  const patterns = of('patternProperties');
  const open = !has('additionalProperties');
  const unevaluated =
    open && has('unevaluatedProperties') && value('unevaluatedProperties') !== true;
  const beyond = unevaluated && sees(reading);
  if (beyond) found.push(opaque(reading, 'unevaluatedProperties'));
  const restKeyword = open ? 'unevaluatedProperties' : 'additionalProperties';
  const rest = !open || (unevaluated && !beyond) ? child(`/${restKeyword}`) : undefined;
  if (named.size > 0 || patterns.length > 0 || rest) {
    const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
    const entries = [...sorted, ...patterns];
    const key = `members ${canonical([sorted.map(([n]) => n), patterns.map(([n]) => n)])}`;
    const parts = [...entries.map(([, node]) => node), ...(rest ? [rest] : [])];
    const keyword =
      named.size > 0 ? 'properties' : patterns.length ? 'patternProperties' : restKeyword;
    found.push(make(keyword, { kind: 'members', named, patterns, rest }, parts, key));
  }
  for (const name of new Set(has('required') ? (value('required') as string[]) : []))
    found.push(make('required', { kind: 'required', name }));
  if (has('propertyNames')) {
    const each = child('/propertyNames');
    found.push(make('propertyNames', { kind: 'names', each }, [each]));
  }
  found.push(...bounds(reading, 'members-count', 'minProperties', 'maxProperties'));
  return found;
}

/** Whether something beside `unevaluated…` may contribute annotations from another schema. */
function sees({ has }: Reading): boolean {
  return UNIONS_OF_ANNOTATIONS.some(has);
}

/** A keyword that is not read. Equal only to itself in an equal schema, since it looks at its siblings. */
function opaque({ schemas, node, schema, child, make }: Reading, keyword: string): Constraint {
  const applied = appliedBy(schema, node.dialect);
  const plain = keywordsOf(schema, node.dialect)
    .filter(([name]) => !applied.some((each) => each.keyword === name) && !name.startsWith('$'))
    .map(([name]) => [name, schema[name] as JsonValue]);
  const targets = ['$ref'].flatMap((name) => {
    const target = schemas.document(node.side).resolve(String(member(schema, name)), node.pointer);
    return target ? [schemas.node(node.side, target.pointer)] : [];
  });
  const dynamic = ['$dynamicRef', '$recursiveRef'].some((name) => Object.hasOwn(schema, name));
  const key = canonical([
    'unevaluated',
    keyword,
    plain as JsonValue,
    applied.map(({ path }) => path),
    targets.length,
    dynamic ? node.id : 0,
  ]);
  const reason = `"${keyword}" beside other schemas for the same value is not decided yet`;
  const parts = [...applied.map(({ path }) => child(path)), ...targets];
  return make(keyword, { kind: 'opaque', reason }, parts, key);
}
