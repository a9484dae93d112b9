import { isArray, type JsonValue } from '@treaty/json';
import type { Flow } from '@treaty/registry';
import { type Draft, draftKind, inDraft, plantIn } from './draft.ts';
import { type Edit, remove, rename, set } from './edit.ts';
import type { Kind } from './kind.ts';
import { type Place, pathOf, placesIn } from './schema-places.ts';

const MINOR = { leaf: 'schema.json', step: 'minor' } as const;
const MEANING = { leaf: 'semantics.yaml', step: 'minor' } as const;
const BACKWARD = ['compatibility/backward-broken'];
const FORWARD = ['compatibility/forward-broken'];

/** A change to one attribute of a draft that has what is asked for. */
function inAttribute(
  name: string,
  rules: readonly string[],
  edits: (place: Place, below: (n: number) => number) => readonly Edit[] | undefined,
): Kind {
  return inDraft(name, rules, MINOR, ({ flow, newest }, random) => {
    if (!promisesBoth(flow)) return undefined;
    for (const place of random.shuffled(placesIn(newest))) {
      const made = edits(place, (n) => random.below(n));
      if (made !== undefined) return made;
    }
    return undefined;
  });
}

/** Where the direction is not full, some changes break nobody. */
const promisesBoth = ({ agreement }: Flow): boolean => agreement.compatibility.direction === 'full';

const within = (place: Place, value: JsonValue, key: string): Edit =>
  set(value, ...pathOf(place), key);

/** Schemas that nothing else narrows: what is widened is then really wider. */
const isFree = ({ schema }: Place): boolean =>
  schema['pattern'] === undefined && schema['format'] === undefined;

export const COMPATIBILITY_KINDS: readonly Kind[] = [
  inAttribute('a required dropped', FORWARD, ({ owner, name, required, isRequired }) =>
    isRequired
      ? [
          set(
            required.filter((one) => one !== name),
            ...owner,
            'required',
          ),
        ]
      : undefined,
  ),
  inAttribute('an attribute required as well', BACKWARD, ({ owner, name, required, isRequired }) =>
    isRequired ? undefined : [set([...required, name], ...owner, 'required')],
  ),
  inAttribute('a required attribute renamed', [...BACKWARD, ...FORWARD], (place) => {
    const { owner, name, required, isRequired } = place;
    if (!isRequired) return undefined;
    const names = required.map((one) => (one === name ? `${name}New` : one));
    return [rename(`${name}New`, ...pathOf(place)), set(names, ...owner, 'required')];
  }),
  inAttribute('a required attribute removed', [...BACKWARD, ...FORWARD], (place) => {
    const { owner, name, required, isRequired } = place;
    if (!isRequired) return undefined;
    return [
      remove(...pathOf(place)),
      set(
        required.filter((one) => one !== name),
        ...owner,
        'required',
      ),
    ];
  }),
  inAttribute('a value taken from a list', BACKWARD, (place, below) => {
    const values = place.schema['enum'];
    if (values === undefined || !isArray(values) || values.length < 2) return undefined;
    const i = below(values.length);
    return [
      within(
        place,
        values.filter((_, at) => at !== i),
        'enum',
      ),
    ];
  }),
  inAttribute('a value added to a list', FORWARD, (place) => {
    const values = place.schema['enum'];
    if (values === undefined || !isArray(values)) return undefined;
    return [within(place, [...values, 'brand-new'], 'enum')];
  }),
  inAttribute('a text made shorter', BACKWARD, (place, below) => {
    const { maxLength } = place.schema;
    if (!isFree(place) || typeof maxLength !== 'number' || maxLength < 2) return undefined;
    return [within(place, 1 + below(maxLength - 1), 'maxLength')];
  }),
  inAttribute('a text made longer', FORWARD, (place, below) => {
    const { maxLength } = place.schema;
    if (!isFree(place) || typeof maxLength !== 'number') return undefined;
    return [within(place, maxLength + 1 + below(100), 'maxLength')];
  }),
  inAttribute('a largest number lowered', BACKWARD, (place, below) => {
    const { maximum, minimum = 0 } = place.schema;
    if (typeof maximum !== 'number' || typeof minimum !== 'number') return undefined;
    return [within(place, minimum + below(maximum - minimum), 'maximum')];
  }),
  inAttribute('a smallest number lowered', FORWARD, (place, below) => {
    const { minimum } = place.schema;
    return typeof minimum === 'number'
      ? [within(place, minimum - 1 - below(5), 'minimum')]
      : undefined;
  }),
  inAttribute('a list made longer', [...FORWARD, 'compatibility/undecided'], (place) => {
    const { maxItems } = place.schema;
    return typeof maxItems === 'number' ? [within(place, maxItems + 1, 'maxItems')] : undefined;
  }),
  inAttribute('a pattern of another form', [...BACKWARD, ...FORWARD], (place) =>
    typeof place.schema['pattern'] === 'string'
      ? [within(place, '^x-[0-9]{4}$', 'pattern')]
      : undefined,
  ),
  inAttribute('a text that becomes a number', [...BACKWARD, ...FORWARD], (place) =>
    place.schema['type'] === 'string'
      ? [set({ description: 'A number.', type: 'integer' }, ...pathOf(place))]
      : undefined,
  ),
  inDraft(
    'an attribute nobody declares is required',
    ['compatibility/nothing-to-send'],
    MINOR,
    ({ newest }, random) => {
      const place = random.pick(placesIn(newest).filter(({ owner }) => owner.length === 0));
      return place === undefined
        ? undefined
        : [set([...place.required, `nowhere${random.below(100)}`], 'required')];
    },
  ),
  inDraft('an invariant added', ['compatibility/invariant-changed'], MEANING, ({ newest }) => {
    const invariants = newest.meaning?.invariants ?? [];
    const added = { id: 'one-more', cel: 'size(this) < 1000', message: 'there must not be more' };
    return [set([...invariants, added] as unknown as JsonValue, 'invariants')];
  }),
  inDraft(
    'an invariant removed',
    ['compatibility/invariant-changed'],
    MEANING,
    ({ flow, newest }, random) => {
      if (!promisesBoth(flow)) return undefined;
      const count = newest.meaning?.invariants?.length ?? 0;
      return count === 0 ? undefined : [remove('invariants', random.below(count))];
    },
  ),
  inDraft(
    'a minor called a patch',
    ['compatibility/class-understated'],
    { leaf: 'schema.json', step: 'patch' },
    (_, random) => [
      set(
        { description: 'Something more.', type: 'integer', minimum: 0, maximum: 9 },
        'properties',
        `extra${random.below(100)}`,
      ),
    ],
  ),
  overstated('a patch called a minor', 'minor'),
  overstated('a patch called a major', 'major'),
];

function overstated(name: string, step: 'minor' | 'major'): Kind {
  const plant = (draft: Draft) => plantIn(draft, 'says the same as the version before');
  return draftKind(name, ['compatibility/class-overstated'], step, plant);
}
