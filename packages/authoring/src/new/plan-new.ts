import { finding } from '@treaty/findings';
import {
  type FileTree,
  loadRegistry,
  partyFile,
  type Registry,
  SCHEMAS,
  SETTINGS_FILE,
  startOf,
} from '@treaty/registry';
import { isNewName } from '../names.ts';
import { NOTHING, type Plan, refusal } from '../plan.ts';
import { authoringRules } from '../rules.ts';
import { entityText } from '../templates/entity.ts';
import { partyText } from '../templates/party.ts';
import { planFlow } from './plan-flow.ts';
import { planShared } from './plan-shared.ts';
import { planVersion } from './plan-version.ts';
import type { NewRequest } from './request.ts';

/** Makes a party, an entity, a flow, a shared definition, or the next version of one of the two. What stands is never written over. */
export function planNew(standing: FileTree, request: NewRequest): Plan {
  const { registry } = loadRegistry(standing);
  if (registry.settings.document === undefined) {
    const message = 'This folder is no registry: it has no treaty.yaml.';
    const fix = 'Make one first: `treaty init`.';
    return refusal(
      finding(authoringRules.missing, { message, location: startOf(SETTINGS_FILE), fix }),
    );
  }
  const wrong = namesIn(request).find((name) => !isNewName(name));
  if (wrong !== undefined) {
    const message = `${JSON.stringify(wrong)} is no name that the registry reads.`;
    return refusal(finding(authoringRules.name, { message, location: startOf(SETTINGS_FILE) }));
  }
  const file = fileOf(request);
  if (file !== undefined && standing.files.includes(file)) {
    const message = `${file} stands already.`;
    return refusal(finding(authoringRules.exists, { message, location: startOf(file) }));
  }
  switch (request.what) {
    case 'party':
      return planParty(request);
    case 'entity':
      return planEntity(registry, request);
    case 'flow':
      return planFlow(standing, registry, request);
    case 'shared':
      return planShared(request.name);
    case 'version':
      return planVersion(standing, registry, request);
  }
}

function namesIn(request: NewRequest): readonly string[] {
  switch (request.what) {
    case 'party':
    case 'shared':
      return [request.name];
    case 'entity':
      return [request.name, ...(request.record === undefined ? [] : [request.record])];
    case 'flow': {
      const { entity, flow, producer, consumers = [] } = request;
      return [entity, flow, ...consumers, ...(producer === undefined ? [] : [producer])];
    }
    case 'version':
      return [request.entity, request.flow];
  }
}

/** The file that would already be there, if what is asked for were. */
function fileOf(request: NewRequest): string | undefined {
  switch (request.what) {
    case 'party':
      return partyFile(request.name);
    case 'entity':
      return `${SCHEMAS}/${request.name}/entity.yaml`;
    case 'flow':
      return `${SCHEMAS}/${request.entity}/${request.flow}/contract.yaml`;
    case 'shared':
      return `${SCHEMAS}/shared/${request.name}/1.0.0/schema.json`;
    case 'version':
      return undefined;
  }
}

function planParty({ name, kind = 'system', title }: Requested<'party'>): Plan {
  const file = partyFile(name);
  const nextSteps = [
    `Name its people in CODEOWNERS: \`/${file} @org/team\`. They speak for ${name} when a change touches it.`,
  ];
  return { ...NOTHING, writes: [{ file, text: partyText(name, kind, title) }], nextSteps };
}

function planEntity(registry: Registry, { name, record, title }: Requested<'entity'>): Plan {
  const file = `${SCHEMAS}/${name}/entity.yaml`;
  const systems = [...registry.parties.values()].filter(({ kind }) => kind === 'system');
  const master = record ?? (systems.length === 1 ? systems[0]?.name : undefined);
  if (master === undefined) {
    const message = `No system of record is named for ${name}.`;
    const fix = `Name it: \`treaty new entity ${name} --record <party>\`.`;
    return refusal(finding(authoringRules.noSystem, { message, location: startOf(file), fix }));
  }
  const party = partyFile(master);
  const writes = [
    ...(registry.parties.has(master) ? [] : [{ file: party, text: partyText(master, 'system') }]),
    { file, text: entityText(name, master, title) },
  ];
  const nextSteps = [
    `Say in ${file} which other systems master parts of it.`,
    `Make its first flow: \`treaty new ${name}/<flow>\`.`,
  ];
  return { ...NOTHING, writes, nextSteps };
}

type Requested<W extends NewRequest['what']> = Extract<NewRequest, { readonly what: W }>;
