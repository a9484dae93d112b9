import type { Pointer } from '@treaty/json';
import type { SchemaDocument } from '@treaty/schema';
import type { MemberNames } from './names.ts';
import type { SimpleSchema } from './simple-schema.ts';
import { JSON_TYPES, type Types } from './types-in-force.ts';

/** What the parts of a projection share. */
export interface Projector {
  readonly document: SchemaDocument;
  readonly members: MemberNames;
  /** Projects the schema at a place; `within` holds for values that schemas around it judge as well. */
  project(pointer: Pointer, within?: Within): SimpleSchema;
}

/** What the schemas that apply to the same value have settled already. */
export interface Within {
  readonly types: Types;
  /** One of them refuses members that it does not declare: a branch that is silent about them admits none. */
  readonly closed: boolean;
}

export const FREE: Within = { types: JSON_TYPES, closed: false };
