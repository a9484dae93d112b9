export { type Bundle, bundle } from './bundle.ts';
export {
  DIALECTS,
  type Dialect,
  dialectOf,
  isRegistryDialect,
  metaschemaOf,
  REGISTRY_DIALECTS,
  type RegistryDialect,
} from './dialect.ts';
export { type ReadOptions, type Resolved, readSchema, type SchemaDocument } from './document.ts';
export { ASSERTED_FORMATS } from './formats.ts';
export { type InPlace, inPlaceOf } from './in-place.ts';
export type { Subschema } from './index-document.ts';
export { type Keyword, type KeywordForm, type KeywordRole, keyword } from './keywords.ts';
export type { BundleProblem, Library } from './links.ts';
export { isRisky } from './patterns/backtracking.ts';
export { type BoundedPattern, boundedPattern } from './patterns/bounded-pattern.ts';
export type { SchemaProblem, SchemaProblemKind } from './problem.ts';
export { type Attribute, type Shape, shapeOf } from './shape.ts';
export { type Applied, appliedBy, isOnlyReference, keywordsOf } from './subschemas.ts';
export type { JsonSchemaType } from './types.ts';
export { closest, type ValidatorError, type Violation, violationsOf } from './violation.ts';
