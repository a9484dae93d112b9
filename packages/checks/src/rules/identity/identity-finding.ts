import { type Finding, finding, type Rule } from '@treaty/findings';
import type { Flow } from '@treaty/registry';
import { type IdentityPointer, ROLES } from './identity-pointers.ts';

/** What is wrong with a pointer of the identity, where the newest version says it. */
export function identityFinding(
  rule: Rule,
  flow: Flow,
  [first, ...others]: readonly [IdentityPointer, ...IdentityPointer[]],
  { verdict, fix }: { readonly verdict: string; readonly fix?: string },
): Finding {
  const document = ({ version }: IdentityPointer): string => `${flow.id} ${version.version}`;
  return finding(rule, {
    message: `${ROLES[first.role]} of ${document(first)} is ${first.pointer || 'the whole payload'}, ${verdict}.`,
    location: placeOf(first),
    related: others.map((other) => ({
      message: `${ROLES[other.role]} of ${other.version.version} is it as well`,
      location: placeOf(other),
    })),
    ...(fix === undefined ? {} : { fix }),
  });
}

function placeOf({ version, at }: IdentityPointer): Finding['location'] {
  return (version.semantics ?? version.schema).at(at);
}
