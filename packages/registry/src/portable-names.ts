import { type Finding, finding } from '@treaty/findings';
import { startOf } from './document.ts';
import type { Loader } from './loader.ts';
import { registryRules } from './rules.ts';

/** Names of devices, whatever their ending, and what Windows refuses or silently strips in a name. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const REFUSED = /[<>:"\\|?*\u0000-\u001f]|[. ]$/;

/** Names that not every checkout can hold: a registry that differs by the machine is no contract. */
export function unportableNames(loader: Loader): readonly Finding[] {
  const folded = new Map<string, string>();
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const report = (path: string, message: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    findings.push(finding(registryRules.notPortable, { message, location: startOf(path) }));
  };
  const sound = new Set<string>();
  for (const file of loader.tree.files) {
    const parts = file.split('/');
    for (const [i, name] of parts.entries()) {
      const path = parts.slice(0, i + 1).join('/');
      if (loader.misnamed.has(path)) break;
      if (sound.has(path)) continue;
      const shown = JSON.stringify(name);
      if (DEVICE.test(name) || REFUSED.test(name)) {
        report(path, `${shown} is a name that Windows cannot hold.`);
        break;
      }
      const key = path.normalize('NFC').toLowerCase();
      const other = folded.get(key);
      folded.set(key, other ?? path);
      if (other !== undefined && other !== path) {
        const twin = JSON.stringify(other.slice(other.lastIndexOf('/') + 1));
        report(path, `${shown} and ${twin} are one name where case and Unicode form do not count.`);
        break;
      }
      sound.add(path);
    }
  }
  return findings;
}
