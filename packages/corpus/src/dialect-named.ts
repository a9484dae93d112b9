import type { ContainmentOptions } from '@treaty/containment';

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

/** A dialect as the various corpora spell it. */
export function dialectNamed(name: string | undefined): Dialect | undefined {
  return name === undefined ? undefined : NAMES[name];
}
