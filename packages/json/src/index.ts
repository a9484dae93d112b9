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
