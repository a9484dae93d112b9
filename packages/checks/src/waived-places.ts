import type { Location } from '@treaty/findings';
import { ANY, isPointer, type Pointer } from '@treaty/json';
import type { Version } from '@treaty/registry';
import { shapeOfVersion } from './version-shape.ts';

/**
 * The places that a waiver's `at` names and a finding stands at; none where it does not mean the finding. In
 * the schema `at` is the pointer of an attribute of the payload, or the finding's own pointer; in the other
 * documents of the version (semantics, samples, migration) the pointer there. `*` stands for any token.
 */
export function waivedPlaces(
  { file, pointer }: Location,
  version: Version,
  at: Pointer,
): readonly Pointer[] {
  if (!file.startsWith(`${version.folder}/`)) return [];
  const isSchema = file === version.schema.file;
  const attributes = isSchema ? attributesAt(version, pointer) : [];
  const meant = attributes.filter((attribute) => isMatch(at, attribute));
  if (meant.length > 0) return meant;
  return isMatch(at, pointer) ? [pointer] : [];
}

/** What a waiver's `at` may say to mean a finding at this place: the attributes there, else the place itself. */
export function placesToWaive({ file, pointer }: Location, version: Version): readonly Pointer[] {
  if (!file.startsWith(`${version.folder}/`)) return [];
  const attributes = file === version.schema.file ? attributesAt(version, pointer) : [];
  return attributes.length > 0 ? attributes : [pointer];
}

/** The attributes that the schema around a place of the schema document describes. */
function attributesAt(version: Version, pointer: Pointer): readonly Pointer[] {
  const { attributes } = shapeOfVersion(version).shape;
  for (let place = pointer; ; place = place.slice(0, place.lastIndexOf('/'))) {
    const described = attributes.filter(({ schemas }) => schemas.includes(place));
    if (described.length > 0 || place === '') return described.map((one) => one.pointer);
  }
}

function isMatch(at: Pointer, place: Pointer): boolean {
  if (!isPointer(at)) return false;
  const wanted = parts(at);
  const tokens = parts(place);
  return (
    wanted.length === tokens.length &&
    wanted.every((token, i) => token === ANY || token === tokens[i])
  );
}

/** The tokens as they are written: a member named `*`, written `~2`, is not {@link ANY}. */
function parts(pointer: Pointer): readonly string[] {
  return pointer.split('/').slice(1);
}
