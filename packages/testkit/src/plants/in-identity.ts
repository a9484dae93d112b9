import type { Flow } from '@treaty/registry';
import { inDraft } from './draft.ts';
import { remove, set } from './edit.ts';
import type { Kind } from './kind.ts';
import { attributesOf } from './truth-places.ts';

const SEMANTICS = { leaf: 'semantics.yaml', step: 'major' } as const;

interface Payload {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
  readonly required?: readonly string[];
}

/** The schema of the newest version at its top. */
function payloadOf({ versions }: Flow): Payload {
  return (versions.at(-1)?.schema.value ?? {}) as Payload;
}

function typeOf(flow: Flow, pointer: string): string | undefined {
  return payloadOf(flow).properties?.[pointer.slice(1)]?.type;
}

function optionalOf(flow: Flow): readonly string[] {
  return attributesOf(flow).filter((one) => !payloadOf(flow).required?.includes(one.slice(1)));
}

export const IDENTITY_KINDS: readonly Kind[] = [
  inDraft(
    'an identity pointer renamed',
    ['identity/attribute-unknown'],
    SEMANTICS,
    ({ newest }, random) => {
      const { key = [], idempotencyKey = [], occurredAt } = newest.meaning?.identity ?? {};
      const places = [
        ...key.map((pointer, i) => set(`${pointer}X`, 'identity', 'key', i)),
        ...idempotencyKey.map((pointer, i) => set(`${pointer}X`, 'identity', 'idempotencyKey', i)),
        ...(occurredAt === undefined ? [] : [set(`${occurredAt}X`, 'identity', 'occurredAt')]),
      ];
      const place = random.pick(places);
      return place === undefined ? undefined : [place];
    },
  ),
  inDraft(
    'a key that may be absent',
    ['identity/attribute-optional'],
    SEMANTICS,
    ({ flow }, random) => {
      const scalars = optionalOf(flow).filter((one) => typeOf(flow, one) === 'string');
      const pointer = random.pick(scalars);
      return pointer === undefined ? undefined : [set([pointer], 'identity', 'key')];
    },
  ),
  inDraft('a key that is a list', ['identity/not-one-value'], SEMANTICS, ({ flow }, random) => {
    const lists = attributesOf(flow).filter((one) => typeOf(flow, one) === 'array');
    const pointer = random.pick(lists);
    return pointer === undefined ? undefined : [set([pointer], 'identity', 'key')];
  }),
  inDraft('a sequence of texts', ['identity/type-unfit'], SEMANTICS, ({ newest }) => {
    const { key = [], sequence } = newest.meaning?.identity ?? {};
    return sequence && key[0] ? [set(key[0], 'identity', 'sequence', 'from')] : undefined;
  }),
  inDraft('a moment that is a name', ['identity/type-unfit'], SEMANTICS, ({ newest }) => {
    const [pointer] = newest.meaning?.identity?.key ?? [];
    return pointer ? [set(pointer, 'identity', 'occurredAt')] : undefined;
  }),
  inDraft(
    'an identity changed within a major',
    ['compatibility/identity-changed'],
    { leaf: 'semantics.yaml', step: 'minor' },
    ({ newest }) => {
      const { key = [], idempotencyKey = [], sequence } = newest.meaning?.identity ?? {};
      if (idempotencyKey.length > key.length) return [set(key, 'identity', 'idempotencyKey')];
      return sequence === undefined ? undefined : [remove('identity', 'sequence')];
    },
  ),
];
