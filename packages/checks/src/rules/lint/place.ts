import {
  ANY,
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
  parsePointer,
} from '@treaty/json';
import type { Version } from '@treaty/registry';
import type { Attribute } from '@treaty/schema';
import { shapeOfVersion } from '../../version-shape.ts';

/** An attribute of a version's payloads as a lint sees it: its name, and what the schemas say of it. */
export interface Place {
  readonly pointer: Pointer;
  /** The name of the attribute, of an item that of its list; `''` at the root. */
  readonly name: string;
  /** The name in lower-case words: `unitPrice` is unit, price; of an item in the singular. */
  readonly words: readonly string[];
  readonly attribute: Attribute;
  /** The schemas that describe it, references followed. */
  readonly schemas: readonly JsonObject[];
  /** The attribute that it is a part of. */
  readonly parent: Place | undefined;
  /** The attributes that are a part of it, in document order. */
  readonly parts: readonly Place[];
}

const known = new WeakMap<Version, readonly Place[]>();

/** All places of a version, parents before their parts. Read once a version: every lint asks for them. */
export function placesOf(version: Version): readonly Place[] {
  const places = known.get(version) ?? readPlaces(version);
  known.set(version, places);
  return places;
}

function readPlaces(version: Version): readonly Place[] {
  const { schema, shape } = shapeOfVersion(version);
  const places = new Map<Pointer, Place & { readonly parts: Place[] }>();
  for (const attribute of shape.attributes) {
    const { pointer } = attribute;
    const tokens = parsePointer(pointer);
    const name = tokens.findLast((token) => token !== ANY) ?? '';
    const parent =
      pointer === '' ? undefined : places.get(pointer.slice(0, pointer.lastIndexOf('/')));
    const schemas = attribute.schemas
      .map((at) => schema.subschemas.get(at)?.schema)
      .filter((one) => one !== undefined && isObject(one));
    const words = wordsOf(name, tokens.at(-1) === ANY);
    const place = { pointer, name, words, attribute, schemas, parent, parts: [] };
    places.set(pointer, place);
    parent?.parts.push(place);
  }
  return [...places.values()];
}

/** What the schemas of a place say under a keyword. */
export function said({ schemas }: Place, keyword: string): readonly JsonValue[] {
  return schemas.flatMap((schema) => {
    const value = schema[keyword];
    return value === undefined ? [] : [value];
  });
}

/** Whether some schema of the place uses one of the keywords. */
export function says({ schemas }: Place, ...keywords: readonly string[]): boolean {
  return schemas.some((schema) => keywords.some((keyword) => Object.hasOwn(schema, keyword)));
}

/** The place and those that it is a part of, nearest first. */
export function upwards(place: Place): readonly Place[] {
  return [place, ...(place.parent === undefined ? [] : upwards(place.parent))];
}

/** Whether a value of one of the types may stand there. Where no schema states a type, none is meant. */
export function hasType({ attribute }: Place, ...types: Attribute['types']): boolean {
  const isStated = attribute.types.length < EVERY_TYPE;
  return isStated && types.some((type) => attribute.types.includes(type));
}

/** null, boolean, number, string, array, object: 'number' covers 'integer'. */
const EVERY_TYPE = 6;

/** Whether the attribute has a name of its own: it is neither the root nor an item of a list. */
export function isNamed({ pointer }: Place): boolean {
  return pointer !== '' && !pointer.endsWith(`/${ANY}`);
}

function wordsOf(name: string, isItem: boolean): readonly string[] {
  const words = name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  const last = words.at(-1);
  if (!isItem || last === undefined || !/[^us]s$/.test(last)) return words;
  return [...words.slice(0, -1), last.slice(0, -1)];
}
