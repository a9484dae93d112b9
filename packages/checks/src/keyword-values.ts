import { type JsonValue, member, type Pointer, valueAt } from '@treaty/json';
import type { Version } from '@treaty/registry';
import { shapeOfVersion } from './version-shape.ts';

/** What the schemas that describe a place in the payload say under a keyword. */
function keywordValues(version: Version, pointer: Pointer, keyword: string): readonly JsonValue[] {
  const { schema, shape } = shapeOfVersion(version);
  return (shape.get(pointer)?.schemas ?? []).flatMap((place) => {
    const value = member(valueAt(schema.root, place), keyword);
    return value === undefined ? [] : [value];
  });
}

/** The texts that a place may hold where its schemas choose among them; undefined where they do not. */
export function choicesAt(version: Version, pointer: Pointer): readonly string[] | undefined {
  const choices = [
    ...keywordValues(version, pointer, 'enum').flat(),
    ...keywordValues(version, pointer, 'const'),
  ].filter((value) => typeof value === 'string');
  return choices.length === 0 ? undefined : choices;
}

/** Whether a place holds a moment: text of the format `date-time`. */
export function isMoment(version: Version, pointer: Pointer): boolean {
  return keywordValues(version, pointer, 'format').includes('date-time');
}
