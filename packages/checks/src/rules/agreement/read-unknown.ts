import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer, type Pointer } from '@treaty/json';
import { inRange, type Version } from '@treaty/registry';
import { lookUp, suggestion } from '../../attributes.ts';
import type { FlowCheck } from '../../context.ts';
import { inWords } from '../../in-words.ts';
import { shapeOfVersion } from '../../version-shape.ts';

const rule: Rule = {
  id: 'agreement/read-unknown',
  severity: 'error',
  summary: 'A consumer reads an attribute that a version of its range does not have.',
  why: 'A change breaks a consumer where it touches what the consumer reads. What is read by a wrong name is guarded by nobody.',
  fix: 'Correct the pointer as the payload of that version has it, or the range to the versions that have the attribute.',
};

/** Consumers read attributes that every version of the range has; drafts are versions to come. */
export const readsExist: FlowCheck = {
  rules: [rule],
  findings: ({ flow, sent }) =>
    flow.agreement.consumers.flatMap(({ party, reads }) =>
      reads.flatMap(({ range, attributes }): Finding[] => {
        if (attributes === 'all') return [];
        const versions = sent.filter(({ version }) => inRange(version, range));
        return attributes.flatMap((pointer, i): Finding[] => {
          const without = versions.filter((version) => !has(version, pointer));
          if (without.length === 0) return [];
          const names = inWords(without.map(({ version }) => version));
          const location = flow.document.at(formatPointer(['consumers', party, range, i]));
          const message = `${party} reads ${pointer} of ${flow.id} ${range}, which ${names} ${without.length > 1 ? 'do' : 'does'} not have.`;
          return [finding(rule, { message, location, ...remedy(pointer, versions, without) })];
        });
      }),
    ),
};

function remedy(
  pointer: Pointer,
  versions: readonly Version[],
  without: readonly Version[],
): { readonly fix?: string } {
  const [since] = versions.slice(without.length);
  const isNewer = without.every((version, i) => version === versions[i]);
  if (isNewer && since !== undefined)
    return { fix: `${since.version} is the first to have it: read it of ^${since.version}.` };
  const known = versions.flatMap((one) =>
    shapeOfVersion(one).shape.attributes.map((attribute) => attribute.pointer),
  );
  return suggestion(
    pointer,
    known.filter((one) => one !== pointer),
  );
}

function has(version: Version, pointer: Pointer): boolean {
  return lookUp(shapeOfVersion(version).shape, pointer) !== undefined;
}
