import { waysOff } from '@treaty/checks';
import type { Rule } from '@treaty/findings';

/** How to turn a rule off, in a sentence or two for `explain` and the catalogue; none where there is nothing to say. */
export function offInWords(rule: Rule): string | undefined {
  const ways = waysOff(rule);
  if (ways === undefined) return undefined;
  if (!ways.severity) return 'Never.';
  const all = `For the registry: \`severity: { ${rule.id}: { set: off, reason: … } }\` in treaty.yaml.`;
  return ways.waiver ? `${all} For one draft: an entry in \`waivers\` of its contract.yaml.` : all;
}
