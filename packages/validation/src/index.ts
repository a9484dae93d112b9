export {
  type CompiledSchema,
  compileSchema,
  type FormatMode,
  type SchemaValidator,
} from './compile-schema.ts';
export { type CompiledVersion, compileVersion, type VersionValidator } from './compile-version.ts';
export type { PayloadError } from './payload-error.ts';
export { validationRules } from './rules.ts';
export { type ValidatedPayload, validatePayload } from './validate-payload.ts';
