import type { Write } from '../plan.ts';
import type { Proposal } from '../proposal/propose.ts';
import { schemaLine } from './editor-schema.ts';
import { jsonText } from './json-text.ts';

/** The files of a first version that was proposed from payloads, in its folder. */
export function proposedVersion(folder: string, proposal: Proposal): readonly Write[] {
  const { schema, samples, identity } = proposal;
  return [
    { file: `${folder}/schema.json`, text: jsonText(schema) },
    ...(identity.key === undefined
      ? []
      : [{ file: `${folder}/semantics.yaml`, text: semanticsText(proposal) }]),
    ...samples.map((sample, i) => ({
      file: `${folder}/samples/valid/payload-${i + 1}.json`,
      text: jsonText(sample),
    })),
  ];
}

function semanticsText({ identity, questions }: Proposal): string {
  const { key, idempotencyKey, sequence, occurredAt } = identity;
  const lines = [
    `key: [${quoted(key)}] # which thing`,
    idempotencyKey &&
      `idempotencyKey: [${idempotencyKey.map(quoted).join(', ')}] # which change to it`,
    sequence &&
      `sequence: { from: ${quoted(sequence)} } # what is older than what was seen is dropped`,
    occurredAt && `occurredAt: ${quoted(occurredAt)}`,
  ];
  const known = lines.filter((line) => line !== undefined).map((line) => `  ${line}\n`);
  const open = questions.map((question) => `#   ${question}\n`);
  return `${schemaLine('semantics')}identity: # proposed from payloads
${known.join('')}# Open questions: strike off each that you have answered.
${open.join('')}`;
}

function quoted(pointer = ''): string {
  return /^\/[\w/-]+$/.test(pointer) ? pointer : JSON.stringify(pointer);
}
