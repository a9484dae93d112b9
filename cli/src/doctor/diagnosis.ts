import { type Finding, finding, type Location, type Rule } from '@treaty/findings';
import { SETTINGS_FILE, startOf } from '@treaty/registry';

/** One thing that the doctor looked at: in order, or what is wrong with it. */
export type Diagnosis =
  | { readonly ok: true; readonly message: string }
  | { readonly ok: false; readonly finding: Finding; readonly next: string };

export const fine = (message: string): Diagnosis => ({ ok: true, message });

/** `next` is the rule's fix, unless there is something more to the point. */
export function ill(
  rule: Rule,
  message: string,
  {
    next = rule.fix,
    location = startOf(SETTINGS_FILE),
  }: { next?: string; location?: Location } = {},
): Diagnosis {
  return { ok: false, finding: finding(rule, { message, location, fix: next }), next };
}
