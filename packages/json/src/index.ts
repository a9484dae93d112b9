export { canonical, digest } from './canonical.ts';
export {
  ANY,
  escapeToken,
  formatPointer,
  isPointer,
  isWithin,
  type Pointer,
  parsePointer,
  valueAt,
} from './pointer.ts';
export { readJson } from './read-json.ts';
export { readYaml } from './read-yaml.ts';
export {
  DEFAULT_LIMITS,
  type Located,
  type Position,
  type Problem,
  type ProblemKind,
  type Reading,
  type ReadLimits,
} from './reading.ts';
export {
  equal,
  isArray,
  isObject,
  type JsonObject,
  type JsonType,
  type JsonValue,
  member,
  typeOf,
} from './value.ts';
