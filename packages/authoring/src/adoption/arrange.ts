import { finding } from '@treaty/findings';
import {
  type FileTree,
  isVersionName,
  loadRegistry,
  majorOf,
  partyFile,
  SCHEMAS,
  SETTINGS_FILE,
  startOf,
} from '@treaty/registry';
import { commonFolder, matchGlob } from '../glob.ts';
import { foundation, type InitOptions } from '../init.ts';
import { isNewEntityName, sentence, wordsOf } from '../names.ts';
import { joined, NOTHING, type Plan, plannedTree, refusal, type Write } from '../plan.ts';
import { authoringRules } from '../rules.ts';
import { type AgreementTexts, agreementText } from '../templates/agreement.ts';
import { entityText } from '../templates/entity.ts';
import { partyText } from '../templates/party.ts';
import type { History } from './history/git-history.ts';
import { lockLines } from './locking.ts';
import { type AdoptedFlow, type AdoptedVersion, placeSchemas } from './placing.ts';

export interface AdoptionOptions extends InitOptions {
  /** Puts all schemas under one entity, whatever their folders are called. */
  readonly entity?: string;
  /** The system that sends all of them, and masters what they carry; `unknown` by default. */
  readonly producer?: string;
  /** The systems that read all of them; `unknown` by default. */
  readonly consumers?: readonly string[];
  /** UTC date, `YYYY-MM-DD`: the day on which what is adopted counts as released. */
  readonly today: string;
  /** Makes versions of what the schemas were before, too, released on the days of their commits. */
  readonly history?: History;
}

/** Stands where only a person knows the party. It is no party: `party/unknown` says so, in the baseline. */
const UNKNOWN_PARTY = 'unknown';

/** The adoption but for its baseline: schemas moved, agreements written, versions locked. */
export async function arrange(
  standing: FileTree,
  patterns: readonly string[],
  options: AdoptionOptions,
): Promise<Plan> {
  const founded = standing.files.includes(SETTINGS_FILE);
  const init = founded ? NOTHING : foundation(standing, options);
  if (init.findings.length > 0) return init;
  const candidates = candidatesOf(standing, patterns);
  const { flows, findings } = await placeSchemas(standing, candidates, {
    base: commonFolder(patterns),
    entity: options.entity,
    history: options.history,
    question: { writer: 'closed', formats: 'assert' },
    today: options.today,
  });
  if (flows.length === 0) {
    const message = `No JSON Schema could be adopted from ${patterns.join(' ')}.`;
    const nothing = finding(authoringRules.nothing, { message, location: startOf(SETTINGS_FILE) });
    return refusal(nothing, ...findings);
  }
  const versions = flows.flatMap((flow) => flow.versions);
  const arranged = joined(init, {
    ...NOTHING,
    moves: versions.flatMap(({ from, to }) =>
      from === undefined || from === to ? [] : [{ from, to }],
    ),
    writes: [
      ...versions.flatMap(({ to, text }): Write[] =>
        text === undefined ? [] : [{ file: to, text }],
      ),
      ...documentsOf(standing, flows, options),
    ],
    findings,
    nextSteps: questions(flows, options),
  });
  return joined(arranged, planLocks(standing, arranged, flows));
}

/** The files that a pattern matches; what is in a registry already is no candidate. */
function candidatesOf({ files }: FileTree, patterns: readonly string[]): readonly string[] {
  const registry = files.includes(SETTINGS_FILE);
  return files
    .filter((file) => !(registry && isAdopted(file)))
    .filter((file) => patterns.some((pattern) => matchGlob(pattern, file)));
}

function isAdopted(file: string): boolean {
  const [schemas, entity = '', , version = ''] = file.split('/');
  return schemas === SCHEMAS && (!isNewEntityName(entity) || isVersionName(version));
}

function documentsOf(
  { files }: FileTree,
  flows: readonly AdoptedFlow[],
  { producer = UNKNOWN_PARTY, consumers = [UNKNOWN_PARTY] }: AdoptionOptions,
): readonly Write[] {
  const parties = [producer, ...consumers].filter((party) => party !== UNKNOWN_PARTY);
  const documents = new Map<string, string>();
  for (const party of parties) {
    documents.set(partyFile(party), partyText(party, 'system'));
  }
  for (const { entity, flow, folder, versions } of flows) {
    const title = versions.at(-1)?.title ?? sentence([...wordsOf(entity), ...wordsOf(flow)]);
    const { majors, sunset } = inForce(versions);
    documents.set(`${SCHEMAS}/${entity}/entity.yaml`, entityText(entity, producer));
    documents.set(
      `${folder}/contract.yaml`,
      agreementText({ title, producer, consumers, majors, ...sunset }),
    );
  }
  return [...documents]
    .map(([file, text]) => ({ file, text }))
    .filter(({ file }) => !files.includes(file))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The majors that files stand for; what only git remembers below them ended when they began. */
function inForce(versions: readonly AdoptedVersion[]): {
  readonly majors: readonly number[];
  readonly sunset: Pick<AgreementTexts, 'sunset'>;
} {
  const all = [...new Set(versions.map(({ version }) => majorOf(version)))];
  const least = majorOf(versions.find(({ from }) => from !== undefined)?.version ?? '1.0.0');
  const first = versions.find(({ version }) => majorOf(version) === least);
  const majors = all.filter((major) => major >= least);
  if (first === undefined || majors.length === all.length) return { majors, sunset: {} };
  return { majors, sunset: { sunset: { range: `<${least}.0.0`, day: first.released } } };
}

function planLocks(standing: FileTree, arranged: Plan, flows: readonly AdoptedFlow[]): Plan {
  const { registry } = loadRegistry(plannedTree(standing, arranged));
  const writes = flows.flatMap(({ entity, flow, folder, versions }): Write[] => {
    const loaded = registry.flows.get(`${entity}/${flow}`);
    if (loaded === undefined) return [];
    const file = `${folder}/contract.lock`;
    const before = new TextDecoder().decode(standing.read(file));
    const days = new Map(versions.map(({ version, released }) => [version, released]));
    const lines = lockLines(loaded, days);
    return lines === '' ? [] : [{ file, text: before + lines }];
  });
  return { ...NOTHING, writes };
}

function questions(flows: readonly AdoptedFlow[], options: AdoptionOptions): readonly string[] {
  const where = flows.length === 1 ? `${flows[0]?.folder}/contract.yaml` : 'each contract.yaml';
  return [
    ...(options.producer === undefined
      ? [`Say who sends, and who masters what: \`producer\` in ${where}, \`truth\` in entity.yaml.`]
      : []),
    ...(options.consumers === undefined ? [`Say who reads: \`consumers\` in ${where}.`] : []),
    'Look at the names of the flows. If one is wrong: undo this with git, rename its file, and adopt again.',
  ];
}
