import {
  type ChangeClass,
  releasedVersions,
  type Version,
  type Versioned,
  versionDigest,
} from '@treaty/registry';
import type { ChangeInput } from './changes.ts';
import { find, judge } from './judge.ts';

/** Why a change is of a class. */
export interface Reason {
  readonly class: ChangeClass;
  readonly text: string;
  readonly from?: Version | undefined;
  readonly to?: Version | undefined;
}

/** Files that are judged as what they say; all others in the folder are words. */
const DOCUMENTS =
  /\/(contract\.yaml|contract\.lock)$|\/\d+\.\d+\.\d+\/(schema\.json|semantics\.yaml|migration\.yaml|samples\/)/;

/** Words, and everything else that lies in the folder of a flow or a shared definition. */
export function wordReasons(folder: string, paths: readonly string[]): Reason[] {
  const inside = paths.filter((path) => path.startsWith(folder));
  const words = inside.filter((path) => !DOCUMENTS.test(path));
  return words.map((path) => ({ class: 'patch', text: `${path.slice(folder.length)} changes` }));
}

/** What becomes of its versions; with `releaseDrafts` as if every draft that is changed were released with it. */
export async function versionReasons(
  before: Versioned | undefined,
  head: Versioned,
  base: Versioned | undefined,
  { base: registry, today }: Pick<ChangeInput, 'base' | 'today'>,
  releaseDrafts: boolean,
): Promise<Reason[]> {
  const released = releasedVersions(base);
  const releasing = new Set(
    head.lock.map(({ version }) => version).filter((one) => !released.has(one)),
  );
  const names = new Set(
    [...(before?.versions ?? []), ...head.versions].map(({ version }) => version),
  );
  const reasons: Reason[] = [];
  for (const name of names) {
    const [from, to] = [before && find(before, name), find(head, name)];
    const edited = (from && versionDigest(from)) !== (to && versionDigest(to));
    if (edited && released.has(name)) {
      reasons.push({ class: 'major', text: `${name} is released and is changed`, from, to });
    } else if (to !== undefined && (releasing.has(name) || (edited && releaseDrafts))) {
      const guard = base ?? head;
      const judged = await judge(to, {
        guard,
        released,
        today,
        formats: registry.settings.formats,
      });
      reasons.push({
        class: judged.class,
        text: `${name} is released`,
        from: judged.predecessor,
        to,
      });
    } else if (edited) {
      reasons.push({
        class: 'patch',
        text: to === undefined ? `the draft ${name} is removed` : `${name} is a draft`,
        from,
        to,
      });
    }
  }
  return reasons;
}
