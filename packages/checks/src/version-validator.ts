import type { Settings, Version } from '@treaty/registry';
import { type CompiledVersion, compileVersion } from '@treaty/validation';

const known = new WeakMap<Version, Map<Settings['formats'], CompiledVersion>>();

/** Compiled once a version and setting. */
export function validatorOfVersion(
  version: Version,
  settings: Pick<Settings, 'formats'>,
): CompiledVersion {
  const before = known.get(version) ?? new Map<Settings['formats'], CompiledVersion>();
  known.set(version, before);
  const compiled = before.get(settings.formats) ?? compileVersion(version, settings);
  before.set(settings.formats, compiled);
  return compiled;
}
