import type { Version } from '@treaty/registry';
import { readSchema, type SchemaDocument, type Shape, shapeOf } from '@treaty/schema';

/** A version's schema, read, and the shape of its payloads. */
export interface VersionShape {
  readonly schema: SchemaDocument;
  readonly shape: Shape;
}

const known = new WeakMap<Version, VersionShape>();

/** Read once a version: every rule that looks at payloads asks for it. */
export function shapeOfVersion(version: Version): VersionShape {
  const before = known.get(version);
  if (before !== undefined) return before;
  const schema = readSchema(version.schema.value);
  const read = { schema, shape: shapeOf(schema) };
  known.set(version, read);
  return read;
}
