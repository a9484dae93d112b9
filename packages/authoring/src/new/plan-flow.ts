import { type Finding, finding } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import {
  type Entity,
  type FileTree,
  ownershipOf,
  partyFile,
  type Registry,
  SCHEMAS,
  startOf,
} from '@treaty/registry';
import { sentence, wordsOf } from '../names.ts';
import { NOTHING, type Plan, refusal, type Write } from '../plan.ts';
import { LIMITS } from '../proposal/limits.ts';
import { type Proposal, propose } from '../proposal/propose.ts';
import { type ReadPayloads, readPayloads } from '../proposal/read-payloads.ts';
import { authoringRules } from '../rules.ts';
import { agreementText } from '../templates/agreement.ts';
import { entityText } from '../templates/entity.ts';
import { firstMembers, firstVersion } from '../templates/first-version.ts';
import { partyText } from '../templates/party.ts';
import { proposedVersion } from '../templates/proposed-version.ts';
import type { NewFlow } from './request.ts';

/** A flow with its agreement and a first version that passes `check`; its entity and parties too, where they are not there. */
export function planFlow(standing: FileTree, registry: Registry, request: NewFlow): Plan {
  const { entity, flow, consumers = [] } = request;
  const folder = `${SCHEMAS}/${entity}/${flow}`;
  const known = registry.entities.get(entity);
  const producer = request.producer ?? producerOf(registry, known);
  if (producer === undefined) {
    const message = `No producer is named for ${entity}/${flow}.`;
    const fix = `Name it: \`treaty new ${entity}/${flow} --producer <party>\`.`;
    const location = startOf(`${folder}/contract.yaml`);
    return refusal(finding(authoringRules.noSystem, { message, location, fix }));
  }
  const title = request.title ?? sentence([...wordsOf(entity), ...wordsOf(flow)]);
  const read = request.from && readPayloads(request.from);
  if (read?.payloads.length === 0) {
    const message = 'There is no payload to propose a version from.';
    const location = startOf(request.from?.[0]?.name ?? folder);
    return refusal(finding(authoringRules.noPayload, { message, location }), ...read.findings);
  }
  const proposal = read && propose(read.payloads, { entity, flow, title });
  const members = proposal?.members ?? firstMembers(entity);
  const copies = known === undefined ? [] : notOwned(known, producer, members);
  const documents: readonly Write[] = [
    ...[producer, ...consumers].map((party) => ({
      file: partyFile(party),
      text: partyText(party, 'system'),
    })),
    { file: `${SCHEMAS}/${entity}/entity.yaml`, text: entityText(entity, producer) },
    {
      file: `${folder}/contract.yaml`,
      text: agreementText({ title, producer, consumers, majors: [1], copies }),
    },
    ...(proposal === undefined
      ? firstVersion(`${folder}/1.0.0`, entity, title)
      : proposedVersion(`${folder}/1.0.0`, proposal)),
  ];
  const { defaults = {} } = registry.settings;
  const begun = (['delivery', 'incident'] as const).filter((name) => defaults[name] != null);
  const writes = new Map(
    documents
      .filter(({ file }) => !standing.files.includes(file))
      .map((write) => [write.file, write]),
  );
  return {
    ...NOTHING,
    writes: [...writes.values()],
    findings: [...(read?.findings ?? []), ...leftOut(read, folder)],
    questions: proposal?.questions ?? [],
    nextSteps: [
      describe(proposal, `${folder}/1.0.0`),
      ...(consumers.length === 0
        ? [`Say who reads it: \`consumers\` in ${folder}/contract.yaml.`]
        : []),
      ...(begun.length === 0
        ? []
        : [
            `Say how it runs: treaty.yaml begins ${begun.join(' and ')}; the rest, and who is \`responsible\`, stands in ${folder}/contract.yaml.`,
          ]),
      `Name its stewards in CODEOWNERS: \`/${folder}/contract.yaml @org/team\`.`,
      'Look at it: `treaty check`. Freeze it when it is right: ' +
        `\`treaty release ${entity}/${flow}\`.`,
    ],
  };
}

function describe(proposal: Proposal | undefined, version: string): string {
  return proposal === undefined
    ? `Describe the payload in ${version}/schema.json, with a sample for each case that matters.`
    : `Answer the open questions in ${version}, and look through its samples before you commit them.`;
}

function leftOut(read: ReadPayloads | undefined, folder: string): readonly Finding[] {
  if (read?.cut !== true) return [];
  const message = `The first ${read.payloads.length} payloads were looked at (at most ${LIMITS.payloads}); there are more.`;
  return [finding(authoringRules.payloadsLeft, { message, location: startOf(folder) })];
}

/** Who creates the entity as a whole sends its flows, unless somebody says otherwise. */
function producerOf(registry: Registry, entity: Entity | undefined): string | undefined {
  const ownership = entity && ownershipOf(entity, '');
  const party = ownership?.origin ?? ownership?.records[0];
  return party !== undefined && registry.parties.has(party) ? party : undefined;
}

/** What the first version carries although its producer neither masters nor originates it. */
function notOwned(entity: Entity, producer: string, members: readonly string[]): readonly string[] {
  return members.filter((name) => {
    const ownership = ownershipOf(entity, formatPointer([name]));
    return !ownership?.records.includes(producer) && ownership?.origin !== producer;
  });
}
