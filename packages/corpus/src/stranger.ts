import { judge } from '@treaty/containment';
import type { JsonValue } from '@treaty/json';
import type { Answer, PackedTreaty, Repository } from './packed-treaty.ts';
import { readRows } from './rows.ts';

interface Version {
  readonly topic: string;
  readonly version: string;
  readonly schema: JsonValue;
}

interface Pair {
  readonly topic: string;
  readonly old: string;
  readonly new: string;
  readonly backwardWitness?: unknown;
}

/** Each pair is checked twice, as a next version and as an edit of the released one; it counts if both do. */
export interface StrangerCounts {
  pairs: number;
  /** `check --against main` exits 1. */
  red: number;
  /** It shows a payload that breaks backward, which is the direction known to break. */
  witnessed: number;
  /** Ajv and Hyperjump accept every payload shown under its writer's schema and reject it under its reader's. */
  confirmed: number;
  seconds: number;
}

/** As the oracle reads the schemas. The flow says the former, its registry the latter. */
const OPTIONS = { writer: 'open', formats: 'annotate', dialect: '2020-12' } as const;
const FLOW = 'order/placed';
const FOLDER = `schemas/${FLOW}`;

/**
 * Pairs of consecutive real versions that are known to break backward, each in a git repository of its own:
 * the earlier one adopted by the packed command, the later one put in by a branch. `inform` gets a line for
 * each check that is not red, witnessed and confirmed.
 */
export async function stranger(
  treaty: PackedTreaty,
  versionsFile: string,
  oracleFile: string,
  most: number,
  inform: (line: string) => void,
): Promise<StrangerCounts> {
  const schemas = new Map(
    readRows<Version>(versionsFile).map((row) => [`${row.topic} ${row.version}`, row.schema]),
  );
  const broken = readRows<Pair>(oracleFile).filter((pair) => pair.backwardWitness !== undefined);
  const counts = { pairs: 0, red: 0, witnessed: 0, confirmed: 0, seconds: 0 };
  const start = performance.now();
  for (const { topic, old: earlier, new: later } of broken.slice(0, most)) {
    const before = schemas.get(`${topic} ${earlier}`);
    const after = schemas.get(`${topic} ${later}`);
    if (before === undefined || after === undefined)
      throw new Error(`no schemas for ${topic} ${earlier} ${later}`);
    const name = `pair-${counts.pairs}`;
    const seen = await Promise.all(
      checkPair(treaty, name, before, after).map((answer) => observe(answer, before, after)),
    );
    counts.pairs++;
    for (const sign of ['red', 'witnessed', 'confirmed'] as const)
      if (seen.every((one) => one[sign])) counts[sign]++;
    for (const [i, { answer, ...signs }] of seen.entries())
      if (!(signs.red && signs.witnessed && signs.confirmed))
        inform(JSON.stringify({ topic, earlier, later, as: WAYS[i], ...signs, ...answer }));
  }
  counts.seconds = Math.round((performance.now() - start) / 100) / 10;
  return counts;
}

const WAYS = ['next version', 'edit'];

/** What `check --against main` says of the later schema, as the next version and as an edit. */
function checkPair(
  treaty: PackedTreaty,
  name: string,
  before: JsonValue,
  after: JsonValue,
): readonly Answer[] {
  const repository = treaty.repository(name);
  repository.write('contracts/order-placed.json', before);
  repository.commit('Our contract');
  succeed(repository, 'init', '--from', 'contracts/*.json');
  repository.append('treaty.yaml', `formats: ${OPTIONS.formats}\n`);
  repository.append(`${FOLDER}/contract.yaml`, `compatibility: { writer: ${OPTIONS.writer} }\n`);
  repository.commit('Adopt Treaty');

  repository.git('switch', '--quiet', '--create', 'next');
  succeed(repository, 'new', `${FLOW}@minor`);
  const next = check(repository, '1.1.0', after);

  repository.git('switch', '--quiet', '--create', 'edit', 'main');
  return [next, check(repository, '1.0.0', after)];
}

function check(repository: Repository, version: string, schema: JsonValue): Answer {
  repository.write(`${FOLDER}/${version}/schema.json`, schema);
  repository.commit('Follow the platform');
  return repository.treaty('check', '--against', 'main', '--format', 'json');
}

function succeed(repository: Repository, ...args: readonly string[]): void {
  const { code, stdout, stderr } = repository.treaty(...args);
  if (code !== 0) throw new Error(`treaty ${args.join(' ')}: exit ${code}\n${stdout}${stderr}`);
}

interface Report {
  readonly findings: readonly {
    readonly direction?: 'backward' | 'forward';
    readonly witness?: JsonValue;
  }[];
}

interface Observed {
  readonly answer: Answer;
  readonly red: boolean;
  readonly witnessed: boolean;
  readonly confirmed: boolean;
}

async function observe(answer: Answer, before: JsonValue, after: JsonValue): Promise<Observed> {
  const red = answer.code === 1;
  const { findings } = red ? (JSON.parse(answer.stdout) as Report) : { findings: [] };
  const shown = findings.filter(({ witness }) => witness !== undefined);
  const witnessed = shown.some(({ direction }) => direction === 'backward');
  let confirmed = witnessed;
  for (const { direction, witness } of shown) {
    const [writer, reader] = direction === 'forward' ? [after, before] : [before, after];
    const opinion = await judge(writer, reader, witness as JsonValue, OPTIONS);
    if (opinion !== 'break') confirmed = false;
  }
  return { answer, red, witnessed, confirmed };
}
