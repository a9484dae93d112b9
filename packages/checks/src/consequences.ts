import { type Finding, isAtLeast } from '@treaty/findings';
import { SETTINGS_FILE } from '@treaty/registry';

/** Whether one finding merely says again what another one has said. */
type Follows = (found: Finding, cause: Finding) => boolean;

const inArea = (found: Finding, area: string): boolean => found.rule.startsWith(`${area}/`);
const sameFile: Follows = (found, cause) => found.location.file === cause.location.file;
const sameVersion: Follows = (found, cause) => {
  const folder = versionFolder(cause.location.file);
  return folder !== undefined && folder === versionFolder(found.location.file);
};
const sameEntity: Follows = (found, cause) =>
  folderOf(found.location.file, 2) === folderOf(cause.location.file, 2);
const sameFlow: Follows = (found, cause) =>
  folderOf(found.location.file, 3) === folderOf(cause.location.file, 3);

const RESTS_ON_DEFAULTS = /^(agreement\/section-missing$|delivery\/|incident\/|reconcile\/)/;

/** By the rule of the cause: what follows from it. */
const CONSEQUENCES: Readonly<Record<string, Follows>> = {
  // Without its settings a registry has no defaults, which agreements build on.
  'document/invalid': (found, cause) =>
    cause.location.file === SETTINGS_FILE && RESTS_ON_DEFAULTS.test(found.rule),
  'agreement/section-missing': (found, cause) =>
    found.rule === 'agreement/duty-without-party' && sameFile(found, cause),
  // What has no meaning can agree with nothing.
  'schema/invalid': (found, cause) =>
    found.rule === 'compatibility/undecided' && sameFile(found, cause),
  'schema/not-compilable': (found, cause) =>
    found.rule === 'compatibility/undecided' && sameFile(found, cause),
  // Under a schema that allows nothing no sample is right, and no comparison says anything.
  'compatibility/nothing-to-send': (found, cause) =>
    (inArea(found, 'samples') || (inArea(found, 'compatibility') && found.rule !== cause.rule)) &&
    sameVersion(found, cause),
  // Restoring the version mends all that the edit did to it.
  'lock/released-version-changed': (found, cause) =>
    !inArea(found, 'lock') && sameVersion(found, cause),
  // What names a flow that is gone, or what only it carried, is right again once it is back.
  'lock/flow-removed': (found, cause) =>
    (inArea(found, 'ownership') && sameEntity(found, cause)) ||
    found.rule === 'agreement/flow-unknown',
  'registry/flow-without-versions': (found, cause) =>
    found.rule === 'agreement/range-empty' && sameFile(found, cause),
};

/**
 * One fault, one finding: leaves out what follows from another finding that is at least as grave. `hasBase`
 * tells whether released versions were read from a base; without one, a version that was tampered with is
 * itself what the drafts were held against.
 */
export function withoutConsequences(
  findings: readonly Finding[],
  hasBase: boolean,
): readonly Finding[] {
  const follows: Follows = (found, cause) =>
    CONSEQUENCES[cause.rule]?.(found, cause) === true ||
    (!hasBase &&
      inArea(cause, 'lock') &&
      (inArea(found, 'compatibility') || inArea(found, 'lint')) &&
      sameFlow(found, cause));
  const causes = findings.filter((one) => CONSEQUENCES[one.rule] || inArea(one, 'lock'));
  return findings.filter(
    (found) =>
      !causes.some((cause) => isAtLeast(cause.severity, found.severity) && follows(found, cause)),
  );
}

/** The first names of a path: two for the entity, `schemas/order`, three for the flow. */
function folderOf(file: string, names: number): string {
  return file.split('/').slice(0, names).join('/');
}

/** `schemas/order/placed/1.0.0` of a file below it. */
function versionFolder(file: string): string | undefined {
  const parts = file.split('/');
  return parts.length < 5 ? undefined : parts.slice(0, 4).join('/');
}
