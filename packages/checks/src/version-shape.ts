import type { Version } from '@treaty/registry';
import { readSchema, type SchemaDocument, type Shape, shapeOf } from '@treaty/schema';

/** A version's schema, read, and the shape of its payloads. */
export interface VersionShape {
  readonly schema: SchemaDocument;
  readonly shape: Shape;
}

/** What rules that look at payloads ask of a version. */
export function shapeOfVersion(version: Version): VersionShape {
  const schema = readSchema(version.schema.value);
  return { schema, shape: shapeOf(schema) };
}
