import { formatPointer } from '@treaty/json';
import { isMap } from './maps.ts';
import {
  isCurrency,
  isIdentifier,
  isMoney,
  isPersonalPath,
  isSequence,
  tellsWhen,
} from './name-hints.ts';
import { type Observation, total } from './observation.ts';
import { type Place, placesIn } from './places.ts';
import { formatOf, PERSONAL_DATA, schemaOf, typesOf } from './schema-of.ts';

/** More places than this are not named one by one. */
const NAMED = 6;
/** A few values among many payloads may be choices; fewer payloads than this say nothing. */
const CHOICES = { most: 12, payloads: 20, longest: 40 };

/** What the shape leaves open: what only people know, each with the places that it is about. */
export function shapeQuestions(seen: Observation): readonly string[] {
  const places = [...placesIn(seen)];
  const about = (where: (place: Place) => boolean): string | undefined => {
    const found = places.filter(where).map(({ path }) => path);
    return found.length === 0 ? undefined : shownPlaces(found);
  };
  const money = (place: Place): boolean => isMoney(place.path.at(-1) as string);
  const types = (place: Place): readonly string[] => typesOf(place.seen);
  const floating = about((place) => money(place) && types(place).includes('number'));
  const integral = about((place) => money(place) && types(place).includes('integer'));
  const currency = places.some(({ path }) => isCurrency(path.at(-1) as string));
  const local = about(({ seen: one }) => formatOf(one) === 'local-date-time');
  const epoch = about(isEpoch);
  const maps = about(({ seen: one }) => isMap(one));
  const personal = about(({ path, seen: one }) => schemaOf(one, path)[PERSONAL_DATA] === true);
  const mixed = about((place) => types(place).filter((one) => one !== 'null').length > 1);
  const empty = about((place) => types(place).join() === 'null');
  const asked = [
    floating &&
      `Are these amounts of money: ${floating}? A floating-point number cannot hold one exactly: prefer whole minor units (cents).`,
    integral && `Are these amounts of money in minor units (cents): ${integral}?`,
    (floating ?? integral) &&
      !currency &&
      'In which currency are the amounts? No attribute says so.',
    local &&
      `In which time zone is ${local}? A timestamp without an offset means another moment in every zone.`,
    epoch &&
      `Is ${epoch} a moment, counted since 1970? A timestamp as text (date-time, with an offset) is read by everybody.`,
    maps && `Is ${maps} a map, whose names are keys? It was taken for one.`,
    mixed && `Why are there several types at ${mixed}?`,
    empty && `What stands at ${empty}, when it is not null? Nothing else was seen.`,
    personal &&
      `Which other attributes are personal data? Marked are ${personal}; their values are not in the samples.`,
  ];
  return [...asked.filter((one) => typeof one === 'string'), ...choices(places)];
}

/** Few values against many payloads: a question, since tomorrow's value has not been seen today. */
function choices(places: readonly Place[]): readonly string[] {
  return places
    .filter(({ path, seen }) => {
      const { values, longest, formats } = seen.strings;
      const times = seen.types.get('string') ?? 0;
      const few = values !== undefined && values.size > 1 && values.size <= CHOICES.most;
      const plain = formats === undefined || formats.size === 0;
      return (
        few &&
        plain &&
        longest <= CHOICES.longest &&
        times >= CHOICES.payloads &&
        times >= values.size * 5 &&
        !isPersonalPath(path) &&
        !isIdentifier(path)
      );
    })
    .slice(0, 20)
    .map(({ path, seen }) => {
      const values = [...(seen.strings.values ?? [])].sort().map((one) => JSON.stringify(one));
      const times = seen.types.get('string');
      return `Is ${shownPlaces([path])} one of a fixed list? In ${times} values there were only ${values.join(', ')}. If it is: enum, and say what readers do with a value that is added.`;
    });
}

/** Seconds or milliseconds of this century, under a name of a time. */
function isEpoch({ path, seen }: Place): boolean {
  const name = path.at(-1) as string;
  return (
    seen.types.has('integer') && total(seen) > 0 && tellsWhen(name, '') > 0 && !isSequence(name)
  );
}

/** Places as people write them, a few of them, on one line. */
export function shownPlaces(paths: readonly (readonly string[])[]): string {
  const named = paths.slice(0, NAMED).map((path) => formatPointer(path) || 'the payload');
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return `${named.join(', ')}${more}`.replace(/\p{C}/gu, '?');
}
