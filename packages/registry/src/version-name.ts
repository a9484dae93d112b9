import { compare, satisfies, valid, validRange } from 'semver';

/** X.Y.Z from 1.0.0 on, without pre-release or build parts: the draft is the pre-release. */
export function isVersionName(text: string): boolean {
  return /^[1-9]\d*\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(text) && valid(text) === text;
}

export function compareVersions(a: string, b: string): number {
  return compare(a, b);
}

export function majorOf(version: string): number {
  return Number(version.slice(0, version.indexOf('.')));
}

/** What a version's number says of itself: X.0.0 is a major, X.Y.0 a minor, X.Y.Z a patch. */
export function declaredClass(version: string): 'major' | 'minor' | 'patch' {
  const [, minor, patch] = version.split('.');
  if (patch !== '0') return 'patch';
  return minor === '0' ? 'major' : 'minor';
}

export function isRange(text: string): boolean {
  return validRange(text) !== null;
}

export function inRange(version: string, range: string): boolean {
  return satisfies(version, range);
}
