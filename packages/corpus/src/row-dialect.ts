import type { ContainmentOptions } from '@treaty/containment';
import { isObject, type JsonValue } from '@treaty/json';

type Dialect = NonNullable<ContainmentOptions['dialect']>;

const NAMES: Readonly<Record<string, Dialect>> = {
  draft4: 'draft-04',
  draft6: 'draft-06',
  draft7: 'draft-07',
  'draft2019-09': '2019-09',
  draft2019: '2019-09',
  'draft2020-12': '2020-12',
  draft2020: '2020-12',
  'draft-04': 'draft-04',
  'draft-06': 'draft-06',
  'draft-07': 'draft-07',
  '2019-09': '2019-09',
  '2020-12': '2020-12',
};

/**
 * What the schemas of a row are read as where they do not say themselves: what the row names, in the
 * spelling of its corpus; otherwise draft-04 if a limit is excluded by a boolean, else draft-07, the
 * dialects of the tests that name none.
 */
export function dialectOfRow(name: string | undefined, ...schemas: JsonValue[]): Dialect {
  const named = name === undefined ? undefined : NAMES[name];
  return named ?? (schemas.some(excludesByBoolean) ? 'draft-04' : 'draft-07');
}

function excludesByBoolean(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isObject(value))
    for (const name of ['exclusiveMinimum', 'exclusiveMaximum'])
      if (typeof value[name] === 'boolean') return true;
  return (Object.values(value) as JsonValue[]).some(excludesByBoolean);
}
