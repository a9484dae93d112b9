import { formatPointer, type JsonValue, type Pointer, valueAt } from '@treaty/json';
import { identifies, isMessageId, isPersonalPath, isSequence, tellsWhen } from './name-hints.ts';
import type { Observation } from './observation.ts';
import { type Place, placesIn } from './places.ts';
import { shownPlaces } from './questions.ts';
import { formatOf, typesOf } from './schema-of.ts';

/** What the payloads say of which thing and which change they are about; silent where nothing does. */
export interface ProposedIdentity {
  readonly key: Pointer | undefined;
  readonly idempotencyKey: readonly Pointer[] | undefined;
  readonly sequence: Pointer | undefined;
  readonly occurredAt: Pointer | undefined;
  readonly questions: readonly string[];
}

interface Flow {
  readonly entity: string;
  readonly flow: string;
}

/**
 * Proposes the key (present in every payload, named like an identifier, unique by itself or together with
 * the sequence), the sequence, the idempotency key and the moment of the event.
 */
export function identityOf(
  payloads: readonly JsonValue[],
  seen: Observation,
  { entity, flow }: Flow,
): ProposedIdentity {
  const places = [...placesIn(seen)].filter(({ always, path }) => always && !path.some(isOdd));
  const sequence = places.find(
    ({ path, seen: one }) => isOnly(one, 'integer') && isSequence(path.at(-1) as string),
  );
  const unique = (...some: readonly Place[]): boolean =>
    new Set(payloads.map((one) => JSON.stringify(some.map(({ path }) => valueAt(one, at(path))))))
      .size === payloads.length;
  const scalars = places.filter(
    ({ path, seen: one }) =>
      (isOnly(one, 'string') || isOnly(one, 'integer')) &&
      !isPersonalPath(path) &&
      formatOf(one)?.endsWith('date-time') !== true,
  );
  const message = scalars.find((one) => isMessageId(one.path) && unique(one));
  const keys = scalars
    .map((place) => ({ place, score: identifies(place.path, entity) }))
    .filter(({ place, score }) => score > 0 && place !== sequence)
    .map(({ place, score }) => ({ place, rank: score * 2 + Number(unique(place)) }))
    .sort((a, b) => b.rank - a.rank);
  const key = keys[0]?.place;
  const orders = key !== undefined && sequence !== undefined && unique(key, sequence);
  const moments = places
    .filter(({ seen: one }) => isOnly(one, 'string') && formatOf(one) === 'date-time')
    .map((place) => ({ place, rank: tellsWhen(place.path.at(-1) as string, flow) }))
    .sort((a, b) => b.rank - a.rank);
  const [moment] = moments;
  const idempotencyKey = message !== undefined ? [message] : orders ? [key, sequence] : undefined;
  return {
    key: key && at(key.path),
    sequence: sequence && at(sequence.path),
    idempotencyKey: idempotencyKey?.map(({ path }) => at(path)),
    occurredAt: moment && at(moment.place.path),
    questions: [
      key === undefined
        ? `Which attribute names one ${entity}? No identifier is in every payload: write identity.key in semantics.yaml.`
        : keyQuestion(
            key,
            unique(key),
            orders,
            keys.slice(1).map(({ place }) => place),
          ),
      ...(sequence === undefined
        ? [
            'What puts the changes to one thing in order? No whole number that grows was seen: without a sequence, what is stale cannot be told.',
          ]
        : [
            `Does ${shownPlaces([sequence.path])} grow with every change to one ${entity}, and by one each time (gapless)?`,
          ]),
      ...(idempotencyKey === undefined
        ? [
            'What tells a payload that arrives twice from a second change? No idempotency key was seen.',
          ]
        : []),
      ...(moment === undefined
        ? ['When did it happen? No timestamp with an offset is in every payload.']
        : moments.length > 1
          ? [
              `Is ${shownPlaces([moment.place.path])} when it happened? There are also ${shownPlaces(moments.slice(1).map(({ place }) => place.path))}.`,
            ]
          : []),
    ],
  };
}

function keyQuestion(
  key: Place,
  alone: boolean,
  orders: boolean,
  others: readonly Place[],
): string {
  const name = shownPlaces([key.path]);
  const also =
    others.length === 0 ? '' : ` There are also ${shownPlaces(others.map(({ path }) => path))}.`;
  if (alone) return `Is ${name} the key? It is in every payload and never twice.${also}`;
  if (orders) return `Is ${name} the key? It repeats, but never with the same sequence.${also}`;
  return `Is ${name} the key? It repeats, and nothing says which of two payloads with the same one is newer.${also}`;
}

function isOnly(seen: Observation, type: 'string' | 'integer'): boolean {
  const types = typesOf(seen);
  return types.length === 1 && types[0] === type;
}

/** A member called `*` cannot be told from any member, in the pointers of a contract. */
function isOdd(name: string): boolean {
  return name === '*';
}

function at(path: readonly string[]): Pointer {
  return formatPointer(path);
}
