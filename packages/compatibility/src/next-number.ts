import type { ChangeClass } from '@treaty/registry';

/** The number that a change of a class asks for after `version`. */
export function nextNumber(version: string, change: ChangeClass): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (change === 'major') return `${major + 1}.0.0`;
  return change === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
